import type { ModelFile } from '../../../models/model-index.ts';

/** What is read of the models' storage. */
export type ModelSource = {
  head(): Promise<string>;
  ref(name: 'published' | 'shipped'): Promise<string>;
  files(commit: string): Promise<{ path: string; blob: string }[]>;
  read(commit: string, path: string): Promise<{ source: string; blob: string } | undefined>;
};

type At = 'saved' | 'published' | 'shipped';

/** A version never changes: the last ones asked about are kept. */
const MOST_KEPT = 4;

/** Gives the files of a version of the models, with unsaved texts put over them. */
export function modelFiles(
  storage: ModelSource,
): (at: At, unsaved: ModelFile[]) => Promise<ModelFile[]> {
  const versions = new Map<string, Promise<ModelFile[]>>();

  function filesOf(commit: string): Promise<ModelFile[]> {
    const known = versions.get(commit);
    if (known) return known;
    const reading = readFiles(storage, commit);
    versions.set(commit, reading);
    // A failure is no version: the next one asks anew.
    reading.catch(() => versions.delete(commit));
    for (const old of [...versions.keys()].slice(0, -MOST_KEPT)) versions.delete(old);
    return reading;
  }

  return async (at, unsaved) => {
    const commit = at === 'saved' ? await storage.head() : await storage.ref(at);
    const over = new Set(unsaved.map(({ path }) => path));
    const saved = (await filesOf(commit)).filter(({ path }) => !over.has(path));
    return [...saved, ...unsaved];
  };
}

async function readFiles(storage: ModelSource, commit: string): Promise<ModelFile[]> {
  const files = (await storage.files(commit)).map(async ({ path }) => {
    const found = await storage.read(commit, path);
    return found ? [{ path, source: found.source }] : [];
  });
  return (await Promise.all(files)).flat();
}
