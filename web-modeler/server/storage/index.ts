import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { takeLock } from '../../../files/lock.ts';
import { modelPath } from '../../api/common.ts';
import { StorageError } from './errors.ts';
import { exportTexts, publishedFolder } from './export.ts';
import { createMutex } from './mutex.ts';
import { MAIN, openRepository, type Repository, type Tree } from './repository.ts';
import { readShipped } from './shipped.ts';
import { PUBLISHED, takeShipped } from './take-shipped.ts';
import type { FileChange, Storage } from './types.ts';
import { readVersions, type Versions } from './versions.ts';

export type * from './types.ts';

/** Hears of what went wrong without stopping anything. */
type Complaint = (error: unknown, what: string) => void;

/**
 * Opens the models' repository in `<folder>/models`, makes it from the shipped folder on the first start, takes a
 * newer shipped version over, and mends what a killed process left: afterwards `<folder>/published` holds the
 * published texts.
 * @throws Error in Chinese when another process has the folder
 */
export async function openStorage(
  folder: string,
  shippedFolder: string,
  complain: Complaint = () => {},
): Promise<Storage> {
  await mkdir(folder, { recursive: true });
  const release = lock(folder);
  try {
    return await open(folder, shippedFolder, release, complain);
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Makes the models ready to be deployed while no modeler runs: see `openStorage`.
 * @returns the folder of the published texts
 */
export async function prepareModels(folder: string, shippedFolder: string): Promise<string> {
  const storage = await openStorage(folder, shippedFolder);
  await storage.close();
  return publishedFolder(folder);
}

function lock(folder: string): () => void {
  const taken = takeLock(join(folder, 'modeler.json'));
  if ('release' in taken) return taken.release;
  const who = taken.holder === undefined ? '' : `（进程号 ${taken.holder.pid}）`;
  throw new Error(`模型库 ${folder} 正由另一个程序使用${who}，请先停止它。`);
}

async function open(
  folder: string,
  shippedFolder: string,
  release: () => void,
  complain: Complaint,
): Promise<Storage> {
  const shippedTexts = await readShipped(shippedFolder);
  const repository = await openRepository(join(folder, 'models'));
  const refs = await takeShipped(repository, shippedTexts);
  const versions = await readVersions(repository, refs.head);
  const alone = createMutex();

  const filesOf = async (commit: string) =>
    repository.files((await repository.commit(commit)).tree);
  const exportPublished = async () =>
    exportTexts(folder, await textsOf(repository, await filesOf(refs.published)));
  /** The files beside the repository are a convenience: nothing waits for them, nothing fails with them. */
  const mirror = () =>
    alone(() => repository.mirror()).catch((error: unknown) => complain(error, 'work tree'));

  await exportPublished();
  await mirror();

  return {
    head: async () => refs.head,
    ref: async (name) => refs[name],
    files: async (commit) => [...(await filesOf(commit))].map(([path, blob]) => ({ path, blob })),

    async read(commit, path) {
      const blob = (await filesOf(commit)).get(path);
      return blob === undefined ? undefined : { source: await repository.text(blob), blob };
    },

    history: async (path) => versions.of(path),

    save: (changes, author, note) =>
      alone(async () => {
        checkPaths(changes);
        const before = await filesOf(refs.head);
        await checkBases(changes, before, { repository, versions, head: refs.head });
        const files = new Map(before);
        for (const { path, source } of changes) {
          if (source === null) files.delete(path);
          else files.set(path, await repository.writeText(source));
        }
        const tree = await repository.writeTree(files);
        if (tree === (await repository.commit(refs.head)).tree) return refs.head;
        const commit = await repository.writeCommit(tree, refs.head, author, note);
        // From this one rename on the new version is the saved one.
        await repository.setRef(MAIN, commit);
        refs.head = commit;
        versions.add(await repository.commit(commit), files);
        void mirror();
        return commit;
      }),

    async commitBeside(parent, changes, author, note) {
      checkPaths(changes);
      const files = new Map(await filesOf(parent));
      for (const { path, blob } of changes) {
        if (blob === null) files.delete(path);
        else files.set(path, blob);
      }
      const tree = await repository.writeTree(files);
      return repository.writeCommit(tree, parent, author, note);
    },

    publish: (commit) =>
      alone(async () => {
        await repository.commit(commit);
        await repository.setRef(PUBLISHED, commit);
        refs.published = commit;
        await exportPublished();
      }),

    async close() {
      await alone(async () => {});
      release();
    },
  };
}

async function textsOf(repository: Repository, files: Tree): Promise<Map<string, string>> {
  const texts = [...files].map(
    async ([path, blob]): Promise<[string, string]> => [path, await repository.text(blob)],
  );
  return new Map(await Promise.all(texts));
}

/** The API's schema refuses such paths already; nothing may ever write outside the folder. */
function checkPaths(changes: { path: string }[]): void {
  for (const { path } of changes) {
    if (!modelPath.safeParse(path).success) {
      throw new StorageError({ kind: 'not-a-path', path });
    }
  }
}

type There = { repository: Repository; versions: Versions; head: string };

async function checkBases(changes: FileChange[], before: Tree, there: There): Promise<void> {
  for (const { path, base } of changes) {
    const blob = before.get(path);
    if ((blob ?? null) !== base) throw await conflict(path, blob, there);
  }
}

async function conflict(
  path: string,
  blob: string | undefined,
  there: There,
): Promise<StorageError> {
  const [changed] = there.versions.of(path);
  if (blob === undefined || changed === undefined) return new StorageError({ kind: 'gone', path });
  const source = await there.repository.text(blob);
  const theirs = { path, source, blob, commit: there.head };
  return new StorageError({ kind: 'conflict', theirs, changed });
}
