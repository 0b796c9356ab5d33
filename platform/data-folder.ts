import { join } from 'node:path';
import { keepPrivate, makePrivate, runsAsRoot } from '../files/private.ts';
import { createGroup, type Group } from './processes/group.ts';
import { launcherLog } from './processes/launcher-log.ts';
import { takeDataFolder } from './processes/lock.ts';
import { endStaleProcesses } from './processes/stale.ts';
import { withdrawReady } from './ready.ts';
import type { Report } from './report.ts';

/** One data folder while this launcher has it: its processes, its log, and the end of both. */
export type Household = {
  group: Group;
  /** Aborted when everything ends, and when the start is given up. */
  signal: AbortSignal;
  log(line: string): void;
  /** Ends the processes in order, does what is left to do, and gives the folder free. */
  close(last?: () => Promise<void>): Promise<void>;
};

type Options = { env: Record<string, string>; report: Report; signal: AbortSignal | undefined };

/**
 * Makes this launcher the only one on the data folder, ends what a killed one left running, and sees that the folder is
 * its owner's alone.
 * @throws PlatformError when another launcher runs on it
 */
export async function enter(
  dataFolder: string,
  { env, report, signal }: Options,
): Promise<Household> {
  keepPrivate();
  const release = takeDataFolder(dataFolder);
  const ending = new AbortController();
  const either = AbortSignal.any([ending.signal, ...(signal === undefined ? [] : [signal])]);
  const logFolder = join(dataFolder, 'logs');
  const log = launcherLog(logFolder);
  const group = createGroup({ logFolder, env, signal: either, log });
  withdrawReady(dataFolder);
  await endStaleProcesses(dataFolder);
  const open = makePrivate(dataFolder);
  if (open.length > 0) {
    log(`others may read what cannot be made private: ${open.slice(0, 5).join(', ')}`);
    report.line(
      `⚠ 数据目录中有 ${open.length} 个文件或目录无法改为仅本人可读（如 ${open[0]}），请检查它们的属主。`,
    );
  }
  if (runsAsRoot()) {
    log(
      'running as root: use an ordinary account, which is all that the Java and Node programs need',
    );
    report.line(
      '⚠ 正以 root 身份运行 Java 和 Node 程序。它们不需要这样的权限，正式使用时请改用普通用户。',
    );
  }
  return {
    group,
    signal: either,
    log,
    async close(last) {
      ending.abort();
      withdrawReady(dataFolder);
      await group.stop(report);
      await last?.();
      release();
    },
  };
}
