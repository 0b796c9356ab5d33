import { join } from 'node:path';
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
 * Makes this launcher the only one on the data folder and ends what a killed one left running.
 * @throws PlatformError when another launcher runs on it
 */
export async function enter(
  dataFolder: string,
  { env, report, signal }: Options,
): Promise<Household> {
  const release = takeDataFolder(dataFolder);
  const ending = new AbortController();
  const either = AbortSignal.any([ending.signal, ...(signal === undefined ? [] : [signal])]);
  const logFolder = join(dataFolder, 'logs');
  const log = launcherLog(logFolder);
  const group = createGroup({ logFolder, env, signal: either, log });
  withdrawReady(dataFolder);
  await endStaleProcesses(dataFolder);
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
