import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { modelFiles } from './files.ts';
import type { ModelFile, Surroundings } from './model-index.ts';
import { readByNotice } from './notices.ts';

/** Reads the models below a folder, with what surrounds them: notice templates and the job types that workers handle. */
export async function readFolder(
  folder: string,
  workers: string,
): Promise<{ files: ModelFile[]; surroundings: Surroundings }> {
  const paths = await modelFiles(folder);
  const files = paths.map(async (path) => ({ path, source: await readFile(path, 'utf8') }));
  const names = await readdir(folder, { recursive: true });
  const notices = await Promise.all(
    names
      .filter((name) => /[\\/]notices[\\/][^\\/]+\.txt$/.test(name))
      .map(async (name) => ({
        path: `${dirname(dirname(name))}/${basename(name, '.txt')}`,
        reads: readByNotice(await readFile(join(folder, name), 'utf8')),
      })),
  );
  return {
    files: await Promise.all(files),
    surroundings: {
      notices: notices.map(({ path }) => path),
      noticeReads: Object.fromEntries(notices.map(({ path, reads }) => [path, reads])),
      jobTypes: await jobTypes(workers),
    },
  };
}

/** The job types that workers handle: the folder of its name, whose entry says that it handles that type. */
export async function jobTypes(workers: string): Promise<string[]> {
  const folders = (await readdir(workers, { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  const handled = folders.map(async ({ name }) => {
    const entry = await readFile(join(workers, name, 'index.ts'), 'utf8').catch(() => '');
    return entry.includes(`type: '${name}'`) ? [name] : [];
  });
  return (await Promise.all(handled)).flat();
}
