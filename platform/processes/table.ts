import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { startOf } from '../../files/process-start.ts';

export type ProcessLine = { pid: number; args: string[] };

/** Every process of this machine with its command line; those that cannot be read are left out. */
export function listProcesses(): ProcessLine[] {
  return existsSync('/proc/self/cmdline') ? listFromProc() : listFromPs();
}

function listFromProc(): ProcessLine[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const args = readArgs(`/proc/${name}/cmdline`);
      return args === undefined ? [] : [{ pid: Number(name), args }];
    });
}

function readArgs(file: string): string[] | undefined {
  try {
    return readFileSync(file, 'utf8').split('\0').filter(Boolean);
  } catch {
    return undefined;
  }
}

function listFromPs(): ProcessLine[] {
  return execFileSync('ps', ['-axww', '-o', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((words) => words.length > 1)
    .map(([pid, ...args]) => ({ pid: Number(pid), args }));
}

/** Whether the process still runs (a zombie does not). */
export function isAlive(pid: number): boolean {
  return startOf(pid) !== undefined;
}
