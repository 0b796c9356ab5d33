import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

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
