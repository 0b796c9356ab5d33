import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { readModels } from '../../../models/resources.ts';
import { modelPath } from '../../api/common.ts';

/**
 * The texts this release ships, by path: what the platform deploys, and the notices.
 * @throws Error that names every file whose path the modeler could not keep
 */
export async function readShipped(folder: string): Promise<Map<string, string>> {
  const models = readModels(folder).map(({ name, content }) => ({
    path: name,
    source: content.toString('utf8'),
  }));
  const names = await readdir(folder, { recursive: true });
  const notices = names
    .map((name) => name.split(sep).join('/'))
    .filter((path) => /^[^/]+\/notices\/[^/]+\.txt$/.test(path))
    .map(async (path) => ({ path, source: await readFile(join(folder, path), 'utf8') }));
  const files = [...models, ...(await Promise.all(notices))];
  const strangers = files.filter(({ path }) => !modelPath.safeParse(path).success);
  if (strangers.length > 0) {
    const paths = strangers.map(({ path }) => `  ${path}`).join('\n');
    throw new Error(`随程序提供的这些模型文件须改名，只用小写字母、数字和连字符：\n${paths}`);
  }
  return new Map(files.map(({ path, source }) => [path, source]));
}
