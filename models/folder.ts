import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { modelFiles } from './files.ts';
import type { ModelFile, Surroundings } from './model-index.ts';

/** Reads the models below a folder, with what surrounds them: notice templates and the job types that workers handle. */
export async function readFolder(
  folder: string,
  workers: string,
): Promise<{ files: ModelFile[]; surroundings: Surroundings }> {
  const paths = await modelFiles(folder);
  const files = paths.map(async (path) => ({ path, source: await readFile(path, 'utf8') }));
  const names = await readdir(folder, { recursive: true });
  const notices = names.filter((name) => /[\\/]notices[\\/][^\\/]+\.txt$/.test(name));
  return {
    files: await Promise.all(files),
    surroundings: {
      notices: notices.map((name) => `${dirname(dirname(name))}/${basename(name, '.txt')}`),
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
