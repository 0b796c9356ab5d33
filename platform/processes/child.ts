import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { settlesWithin } from '../../engine/wait.ts';

/** How one process of ours is run. `name` is also the stem of its log file. */
export type ChildSpec = {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  cwd?: string;
  owner?: { uid: number; gid: number };
  /** How it is asked to end. */
  end: 'SIGTERM' | 'SIGINT';
  endsWithinMs: number;
};

/** What all processes of one platform share. */
export type House = { logFolder: string; env: Record<string, string> };

export type Child = {
  pid: number;
  /** Resolves with a few words about the end, never rejects. */
  exited: Promise<string>;
  /** Asks the process to end, kills it when it does not. */
  stop(): Promise<void>;
  kill(): void;
};

const LOG_LIMIT_BYTES = 20 * 1024 * 1024;

export function logFile(logFolder: string, name: string): string {
  return join(logFolder, `${name}.log`);
}

/**
 * Starts a process in a session of its own, so that Ctrl-C in the terminal reaches only the launcher,
 * which then ends the processes in order. Output goes straight to the log file and survives us.
 */
export async function startChild(spec: ChildSpec, house: House): Promise<Child> {
  const log = openLog(house.logFolder, spec.name);
  const process = spawn(spec.command, spec.args, {
    ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
    ...spec.owner,
    env: { ...globalThis.process.env, ...house.env, ...spec.env },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const exited = describeExit(process);
  await once(process, 'spawn');
  return {
    pid: process.pid as number,
    exited,
    kill: () => void process.kill('SIGKILL'),
    async stop() {
      process.kill(spec.end);
      if (!(await settlesWithin(exited, spec.endsWithinMs))) process.kill('SIGKILL');
      await exited;
    },
  };
}

async function describeExit(process: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    process.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    process.once('error', (error) => resolve(error.message));
  });
}

function openLog(folder: string, name: string): number {
  mkdirSync(folder, { recursive: true });
  const file = logFile(folder, name);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
