import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from '../../../engine/wait.ts';
import type { Ready } from '../../../platform/index.ts';
import { belongsTo } from '../../../platform/processes/marker.ts';
import { listProcesses } from '../../../platform/processes/table.ts';

/** A real launcher in a process of its own, as `npm start` runs it. */
export type Launcher = {
  process: ChildProcess;
  output(): string;
  /** The exit code, or the signal that ended it. */
  exited: Promise<number | string>;
  /** Waits for ready.json. @throws Error with the launcher's words when it ends before that */
  ready(): Promise<Ready>;
};

export function launch(
  dataFolder: string,
  env: Record<string, string | undefined> = {},
  ...words: string[]
): Launcher {
  const started = Date.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'platform/start.ts', ...words], {
    env: { ...process.env, NODE_OPTIONS: '', DATA_FOLDER: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const exited = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(signal ?? code ?? -1));
  });
  const over = exited.then((end) => {
    throw new Error(`the launcher ended (${end}):\n${output}`);
  });
  over.catch(() => {});
  return {
    process: child,
    output: () => output,
    exited,
    ready: () =>
      Promise.race([
        over,
        waitFor('ready.json', async () => readReady(dataFolder, started), { withinMs: 280_000 }),
      ]),
  };
}

/** What ready.json says, unless a launcher that was killed has left it there. */
function readReady(dataFolder: string, since: number): Ready | undefined {
  const file = join(dataFolder, 'ready.json');
  return statSync(file).mtimeMs < since ? undefined : JSON.parse(readFileSync(file, 'utf8'));
}

/** Every process that was started for this data folder and still runs. */
export function processesOf(dataFolder: string): number[] {
  return listProcesses()
    .filter((line) => belongsTo(dataFolder, line))
    .map(({ pid }) => pid);
}
