import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All jars of a folder, by name: a folder or a wildcard on the class path would cost the archive. */
export function jarsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jar'))
    .sort()
    .map((name) => join(folder, name));
}
