import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

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

/**
 * When a process began, as the system tells it; undefined when there is no such process. Together
 * with the pid it names one process for good, because pids are given out again.
 */
export function startOf(pid: number): string | undefined {
  try {
    if (existsSync('/proc/self/stat')) {
      const fields = statFields(pid);
      return fields[0] === 'Z' ? undefined : fields[19];
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/**
 * The fields of a process after its name, as Linux lists them: its state first.
 * @throws when there is no such process
 */
export function statFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Whether the process still runs (a zombie does not). */
export function isAlive(pid: number): boolean {
  return startOf(pid) !== undefined;
}
