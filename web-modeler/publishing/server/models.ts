import type { Model } from '../../../models/resources.ts';
import type { SubmittedFile } from '../../../records/index.ts';
import { kindOf } from '../../api/kind.ts';
import { changesBetween } from '../../changes/index.ts';
import type { Change } from '../api.ts';
import type { PublishingDeps } from './deps.ts';

type Storage = PublishingDeps['storage'];

/** The contents of a commit by path. */
export async function blobsOf(storage: Storage, commit: string): Promise<Map<string, string>> {
  return new Map((await storage.files(commit)).map(({ path, blob }) => [path, blob]));
}

/** Every diagram, table and form of a commit as the engine takes them, in the order the platform deploys them. */
export async function resourcesOf(storage: Storage, commit: string): Promise<Model[]> {
  const paths = (await storage.files(commit)).map(({ path }) => path).sort();
  const models = paths.map(async (path): Promise<Model[]> => {
    const kind = kindOf(path);
    if (kind === 'notice') return [];
    const content = Buffer.from((await storage.read(commit, path))?.source ?? '');
    return [{ kind, name: path, content }];
  });
  return (await Promise.all(models)).flat();
}

/** The files of a commit that differ from another's, of these paths or of all. */
export function differingFiles(
  before: Map<string, string>,
  after: Map<string, string>,
  paths: Iterable<string> = new Set([...before.keys(), ...after.keys()]),
): SubmittedFile[] {
  return [...new Set(paths)].sort().flatMap((path) => {
    const file = { path, before: before.get(path) ?? null, after: after.get(path) ?? null };
    return file.before === file.after ? [] : [file];
  });
}

/** What the files change in the law's words; the texts are read from both commits. */
export async function changesOf(
  storage: Storage,
  files: SubmittedFile[],
  before: string,
  after: string,
): Promise<Change[]> {
  const source = async (commit: string, path: string) =>
    (await storage.read(commit, path))?.source ?? null;
  const changes = files.map(async ({ path }) =>
    changesBetween(path, await source(before, path), await source(after, path)),
  );
  return (await Promise.all(changes)).flat();
}
