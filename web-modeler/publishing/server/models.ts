import type { Choices } from '../../../law/directory/index.ts';
import { formsWith, type ModelFile, partName } from '../../../models/parts.ts';
import { type Model, resourcesOf } from '../../../models/resources.ts';
import type { SubmittedFile } from '../../../records/index.ts';
import { changesBetween } from '../../changes/index.ts';
import type { Change } from '../api.ts';
import type { PublishingDeps } from './deps.ts';

type Storage = PublishingDeps['storage'];

/** The contents of a commit by path. */
export async function blobsOf(storage: Storage, commit: string): Promise<Map<string, string>> {
  return new Map((await storage.files(commit)).map(({ path, blob }) => [path, blob]));
}

/** The models of a commit as the platform deploys them. */
export async function deployable(
  storage: Storage,
  commit: string,
  choices: Choices,
): Promise<Model[]> {
  return resourcesOf(await textsOf(storage, commit), choices);
}

/** Every text of a commit. */
export async function textsOf(storage: Storage, commit: string): Promise<ModelFile[]> {
  const files = (await storage.files(commit)).map(async ({ path }) => ({
    path,
    source: (await storage.read(commit, path))?.source ?? '',
  }));
  return Promise.all(files);
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
  const reached = reachOf(await textsOf(storage, after));
  const changes = files.map(async ({ path }) => [
    ...(await changesBetween(path, await source(before, path), await source(after, path))),
    ...reached(path),
  ]);
  return (await Promise.all(changes)).flat();
}

/** Which forms a change of a common part reaches; of any other file nothing. */
function reachOf(texts: ModelFile[]): (path: string) => Change[] {
  return (path) => {
    const name = partName(path);
    if (name === undefined) return [];
    const forms = formsWith(name, texts);
    const sentence =
      forms.length === 0
        ? '没有表单使用这个公共部分'
        : `这个公共部分用于 ${forms.length} 个表单：${forms.map(({ id }) => id).join('、')}`;
    return [{ path, kind: 'changed', elementId: null, sentence, legal: false }];
  };
}
