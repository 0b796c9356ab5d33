import type { OverrulingQueries } from '../../../records/index.ts';
import { ApiError } from '../../../site/server/errors.ts';
import type { Finding } from '../../api/common.ts';
import type { Storage } from '../../server/storage/index.ts';
import type { Linter } from './linter.ts';
import { withDocuments } from './overrulings.ts';

/** What is saved, published, shipped, and submissions, old ones too: looking through them is to compute nothing anew. */
const KEPT = 300;
/** What lint could not end is not begun again for everybody who looks. */
const AGAIN_AFTER_MS = 10 * 60_000;

/** What lint says of all models of a commit. */
export type LintCommit = (commit: string) => Promise<Finding[]>;

/** Lint of commits, each finding with the document by which it was overruled. */
export function overruledLint(lint: LintCommit, records: OverrulingQueries): LintCommit {
  return async (commit) => {
    const [findings, overrulings] = await Promise.all([lint(commit), records.overrulings()]);
    return withDocuments(findings, overrulings);
  };
}

/** A commit never changes, and neither does what lint says of it while this release runs: asked once each. */
export function lintCommits(storage: Storage, linter: Linter): LintCommit {
  const asked = new Map<string, Promise<Finding[]>>();

  async function ask(commit: string): Promise<Finding[]> {
    return linter.lintAll(await readAll(storage, commit));
  }

  return (commit) => {
    const known = asked.get(commit);
    if (known !== undefined) return known;
    const answer = ask(commit);
    asked.set(commit, answer);
    answer.catch((error: unknown) => {
      const again = () => asked.delete(commit);
      if (error instanceof ApiError) setTimeout(again, AGAIN_AFTER_MS).unref();
      else again();
    });
    const [oldest] = asked.keys();
    if (asked.size > KEPT && oldest !== undefined) asked.delete(oldest);
    return answer;
  };
}

/** Every file of a commit with its text. */
export async function readAll(
  storage: Storage,
  commit: string,
): Promise<{ path: string; source: string; blob: string }[]> {
  const files = (await storage.files(commit)).map(async ({ path, blob }) => {
    const read = await storage.read(commit, path);
    return { path, blob, source: read?.source ?? '' };
  });
  return Promise.all(files);
}
