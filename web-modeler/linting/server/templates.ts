import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const oneOrMany = z.union([
  z.array(z.looseObject({})),
  z.looseObject({}).transform((one) => [one]),
]);

/**
 * The element templates in a folder, a file each or several in one; none when there is no such folder.
 * @throws Error that names the file that is no template
 */
export async function readTemplates(folder: string): Promise<unknown[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).sort();
  const read = files.map(async (name) => {
    try {
      return oneOrMany.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
    } catch (cause) {
      throw new Error(`${join(folder, name)} is no element template`, { cause });
    }
  });
  return (await Promise.all(read)).flat();
}
