import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder } from '../../models/folder.ts';
import { type House, readHouse } from './house.ts';

/**
 * The house as it stands in this repository.
 * @throws Error naming a model that cannot be read
 */
export async function readRepository(): Promise<House> {
  const { files } = await readFolder('bpmn', 'workers');
  const tests = ['test/process', 'test/workers'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(folder, name)),
  );
  const sources = tests.sort().map((path) => [path, readFileSync(path, 'utf8')] as const);
  return readHouse(files, readFileSync('law/regulation.yaml', 'utf8'), new Map(sources));
}
