import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { modelPath } from '../../api/common.ts';

/**
 * The texts this release ships, by path: models, common parts of forms, and notices.
 * @throws Error that names every file whose path the modeler could not keep
 */
export async function readShipped(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const texts = names
    .map((name) => name.split(sep).join('/'))
    .filter((path) => /\.(bpmn|dmn|form)$|^[^/]+\/notices\/[^/]+\.txt$/.test(path))
    .sort()
    .map(async (path) => ({ path, source: await readFile(join(folder, path), 'utf8') }));
  const files = await Promise.all(texts);
  const strangers = files.filter(({ path }) => !modelPath.safeParse(path).success);
  if (strangers.length > 0) {
    const paths = strangers.map(({ path }) => `  ${path}`).join('\n');
    throw new Error(`随程序提供的这些模型文件须改名，只用小写字母、数字和连字符：\n${paths}`);
  }
  return new Map(files.map(({ path, source }) => [path, source]));
}
