import type { Version } from '../../api/model.ts';
import type { Commit, Repository, Tree } from './repository.ts';

/** The saved versions of every file, kept in memory: the list of models asks for all of them at once. */
export type Versions = {
  /** Newest first. */
  of(path: string): Version[];
  /** Takes over the commit behind the one last taken over. */
  add(commit: Commit, files: Tree): void;
};

/** Reads the line of commits that ends in this one, first parents only. */
export async function readVersions(repository: Repository, head: string): Promise<Versions> {
  const byPath = new Map<string, Version[]>();
  let last: Tree = new Map();

  function add(commit: Commit, files: Tree): void {
    for (const [path, blob] of files) {
      if (last.get(path) === blob) continue;
      const { oid, by, at, note } = commit;
      const version = { commit: oid, blob, by, at: at.toISOString(), note };
      byPath.set(path, [version, ...(byPath.get(path) ?? [])]);
    }
    last = files;
  }

  const line: Commit[] = [];
  for (let oid: string | undefined = head; oid !== undefined; ) {
    const commit: Commit = await repository.commit(oid);
    line.push(commit);
    oid = commit.parent;
  }
  for (const commit of line.reverse()) add(commit, await repository.files(commit.tree));
  return { of: (path) => byPath.get(path) ?? [], add };
}
