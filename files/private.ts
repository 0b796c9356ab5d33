import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const OTHERS = 0o077;
const OWN = 0o700;

/** From here on everything that this process and those it starts make is for their owner alone: 0700 and 0600. */
export function keepPrivate(): void {
  process.umask(OTHERS);
}

/**
 * Takes away from others what an earlier release let them have of a folder and all that is in it; links are left as
 * they are, and what they lead to too.
 * @returns what could not be changed, because it belongs to somebody else or its file system knows no rights
 */
export function makePrivate(path: string): string[] {
  const status = lstatSync(path, { throwIfNoEntry: false });
  // It may have gone since its folder was read.
  if (status === undefined || status.isSymbolicLink()) return [];
  const left: string[] = [];
  if ((status.mode & OTHERS) !== 0) {
    try {
      chmodSync(path, status.mode & OWN);
    } catch {
      left.push(path);
    }
  }
  if (!status.isDirectory()) return left;
  try {
    return [...left, ...readdirSync(path).flatMap((name) => makePrivate(join(path, name)))];
  } catch {
    return [...left, path];
  }
}

/** Whether this process may do everything on this machine, which it needs not. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}
