import { appendFileSync, mkdirSync } from 'node:fs';
import { logFile } from './child.ts';

/** The launcher's own log: one line per restart of a process and what the watchdog saw. */
export function launcherLog(folder: string): (line: string) => void {
  mkdirSync(folder, { recursive: true });
  return (line) =>
    appendFileSync(logFile(folder, 'launcher'), `${new Date().toISOString()} ${line}\n`);
}
