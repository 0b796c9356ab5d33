import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import git from 'isomorphic-git';
import type { Person } from '../../../site/api/common.ts';
import { atomicFs, INTERRUPTED } from './atomic-fs.ts';
import { StorageError } from './errors.ts';

const BRANCH = 'main';
export const MAIN = `refs/heads/${BRANCH}`;

// Asia/Shanghai, in git's minutes.
const OFFSET = -480;
const AT_THE_MODELER = '@modeler.invalid';

/** Contents by path, as ids of blobs. */
export type Tree = ReadonlyMap<string, string>;

export type Commit = {
  oid: string;
  tree: string;
  parent: string | undefined;
  by: Person;
  at: Date;
  note: string;
};

/** Git's objects and refs in one folder, as the storage needs them. */
export type Repository = Awaited<ReturnType<typeof openRepository>>;

/** Opens the repository in a folder, or makes an empty one; what killed writers left behind is removed. */
export async function openRepository(dir: string) {
  const where = { fs: atomicFs, dir };
  await git.init({ ...where, defaultBranch: BRANCH });
  // Being killed inside `init` leaves a repository without this file.
  await git.writeRef({ ...where, ref: 'HEAD', value: MAIN, symbolic: true, force: true });
  await removeInterrupted(join(dir, '.git'));

  // Objects never change, so what was read once stays good.
  const commits = new Map<string, Commit>();
  const trees = new Map<string, Awaited<ReturnType<typeof git.readTree>>['tree']>();

  async function commit(oid: string): Promise<Commit> {
    const known = commits.get(oid);
    if (known !== undefined) return known;
    const read = await git.readCommit({ ...where, oid }).catch((error: unknown) => {
      throw isMissing(error) ? new StorageError({ kind: 'no-such-version' }) : error;
    });
    const { tree, parent, author, message } = read.commit;
    const found: Commit = {
      oid: read.oid,
      tree,
      parent: parent[0],
      by: { id: author.email.replace(AT_THE_MODELER, ''), name: author.name },
      at: new Date(author.timestamp * 1000),
      note: message.trimEnd(),
    };
    commits.set(oid, found);
    return found;
  }

  async function entries(oid: string) {
    const known = trees.get(oid);
    if (known !== undefined) return known;
    const { tree } = await git.readTree({ ...where, oid });
    trees.set(oid, tree);
    return tree;
  }

  async function flatten(oid: string, prefix: string): Promise<[string, string][]> {
    const parts = (await entries(oid)).map(async (entry): Promise<[string, string][]> => {
      const path = `${prefix}${entry.path}`;
      return entry.type === 'tree' ? flatten(entry.oid, `${path}/`) : [[path, entry.oid]];
    });
    return (await Promise.all(parts)).flat();
  }

  async function writeTree(files: Tree): Promise<string> {
    const names = new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''));
    const tree = await Promise.all(
      [...names].map(async (name) => {
        const blob = files.get(name);
        if (blob !== undefined) {
          return { mode: '100644', path: name, oid: blob, type: 'blob' as const };
        }
        const below = [...files].flatMap(([path, oid]): [string, string][] =>
          path.startsWith(`${name}/`) ? [[path.slice(name.length + 1), oid]] : [],
        );
        const oid = await writeTree(new Map(below));
        return { mode: '040000', path: name, oid, type: 'tree' as const };
      }),
    );
    return git.writeTree({ ...where, tree });
  }

  return {
    commit,
    writeTree,
    /** Every file of a tree. */
    files: async (tree: string): Promise<Tree> => new Map(await flatten(tree, '')),

    async text(blob: string): Promise<string> {
      const read = await git.readBlob({ ...where, oid: blob });
      return Buffer.from(read.blob).toString('utf8');
    },

    writeText: (source: string) =>
      git.writeBlob({ ...where, blob: new Uint8Array(Buffer.from(source)) }),

    writeCommit(
      tree: string,
      parent: string | undefined,
      by: Person,
      note: string,
    ): Promise<string> {
      const author = {
        // These end the name in git's own notation.
        name: by.name.replace(/[<>\p{Cc}]/gu, ''),
        email: `${by.id}${AT_THE_MODELER}`,
        timestamp: Math.floor(Date.now() / 1000),
        timezoneOffset: OFFSET,
      };
      const parents = parent === undefined ? [] : [parent];
      const message = note.replaceAll('\0', '');
      return git.writeCommit({
        ...where,
        commit: { tree, parent: parents, author, committer: author, message },
      });
    },

    /** The commit a ref points to; undefined when there is no such ref. */
    ref: (ref: string): Promise<string | undefined> =>
      git.resolveRef({ ...where, ref }).catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      }),

    setRef: (ref: string, commit: string) =>
      git.writeRef({ ...where, ref, value: commit, force: true }),

    deleteRef: (ref: string) => git.deleteRef({ ...where, ref }),

    /** Makes the folder's own files those of the line of saves, for people and programs that look there. */
    mirror: () => git.checkout({ ...where, ref: BRANCH, force: true }),
  };
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'NotFoundError' || error.code === 'ObjectTypeError')
  );
}

async function removeInterrupted(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const left = names.filter((name) => INTERRUPTED.test(name));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}
