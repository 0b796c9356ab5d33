import { randomUUID } from 'node:crypto';
import {
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

const LINK = 'published';
const EXPORTS = 'exports';

/** Where the published files are, for the engine and the workers. */
export function publishedFolder(folder: string): string {
  return join(folder, LINK);
}

/**
 * Makes `<folder>/published` hold exactly these texts. They are written to a folder of their own, and the name is
 * moved onto it in one step: whoever reads sees all of the old texts or all of the new ones, also after a kill.
 */
export async function exportTexts(
  folder: string,
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  const link = publishedFolder(folder);
  const before = await readlink(link).catch(() => undefined);
  if (before !== undefined && (await holds(link, texts))) return;
  const target = join(EXPORTS, randomUUID());
  for (const [path, source] of texts) {
    const file = join(folder, target, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, source, { flush: true });
  }
  await pointTo(link, target);
  // Whoever is just reading the one before goes on undisturbed.
  const kept = [target, before].map((one) => one?.split(sep).at(-1));
  const others = (await readdir(join(folder, EXPORTS))).filter((name) => !kept.includes(name));
  await Promise.all(
    others.map((name) => rm(join(folder, EXPORTS, name), { recursive: true, force: true })),
  );
}

async function pointTo(link: string, target: string): Promise<void> {
  const draft = `${link}.new`;
  await rm(draft, { force: true });
  await symlink(target, draft);
  // A copy of the data may have turned the link into a folder.
  const there = await lstat(link).catch(() => undefined);
  if (there?.isDirectory()) await rm(link, { recursive: true });
  await rename(draft, link);
}

async function holds(folder: string, texts: ReadonlyMap<string, string>): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  if (files.length !== texts.size) return false;
  const same = [...texts].map(
    async ([path, source]) =>
      (await readFile(join(folder, path), 'utf8').catch(() => undefined)) === source,
  );
  return (await Promise.all(same)).every(Boolean);
}
