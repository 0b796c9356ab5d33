import { join } from 'node:path';
import type { ProcessLine } from './table.ts';

/** Where PostgreSQL keeps its cluster: its command line carries this path and nothing else of ours. */
export function postgresFolder(dataFolder: string): string {
  return join(dataFolder, 'postgres');
}

/** On the command line of every Java child, so that an orphan is recognised. */
export function javaMarker(dataFolder: string): string {
  return `-Djiujiang.data=${dataFolder}`;
}

/** On the command line of every Node child. */
export function nodeMarker(dataFolder: string): string {
  return `--data-folder=${dataFolder}`;
}

/** Whether a process was started by a launcher on this very data folder. */
export function belongsTo(dataFolder: string, { args }: ProcessLine): boolean {
  const flag = args.indexOf('-D');
  return (
    args.includes(javaMarker(dataFolder)) ||
    args.includes(nodeMarker(dataFolder)) ||
    (flag > 0 && args[flag + 1] === postgresFolder(dataFolder))
  );
}
