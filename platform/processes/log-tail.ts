import { readIfThere } from '../../files/whole.ts';

/** The last lines of a log file, for an error message. */
export function lastLines(file: string, count: number): string {
  return (readIfThere(file) ?? '').trimEnd().split('\n').slice(-count).join('\n');
}
