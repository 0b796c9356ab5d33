import { randomUUID } from 'node:crypto';
import type { NewSubmission, SubmittedFile } from '../../../records/index.ts';
import type { Person } from '../../../site/api/common.ts';
import { ApiError } from '../../../site/server/errors.ts';
import { kindOf } from '../../api/kind.ts';
import type { User } from '../../api/rights.ts';
import { outsideOf } from '../../model/server/content.ts';
import type { Handlers } from '../../server/world.ts';
import type { publishingRoutes } from '../api.ts';
import { authorsOf } from './authors.ts';
import type { PublishingDeps } from './deps.ts';
import { requireNoErrors } from './gate.ts';
import { blobsOf, changesOf, differingFiles } from './models.ts';
import { readOne, viewOf } from './submissions.ts';

/** Submitting saved models, and those of an earlier publication, for another person to publish. */
export function submitting(
  deps: PublishingDeps,
): Handlers<typeof publishingRoutes, 'submit' | 'rollBack'> {
  const { storage, records, now } = deps;

  async function keep(
    user: User,
    { document, note }: { document: string; note: string },
    files: SubmittedFile[],
    authors: Person[],
    rollsBackTo: string | null,
  ) {
    if (files.length === 0) {
      throw new ApiError(
        'nothing-to-submit',
        rollsBackTo === null
          ? '所选模型与正在执行的一致，没有可以提交的修改；请先保存修改。'
          : '正在执行的就是这一次发布的模型，不需要退回。',
      );
    }
    const published = await storage.ref('published');
    const by = { id: user.id, name: user.name };
    const commit = await storage.commitBeside(
      published,
      files.map(({ path, after }) => ({ path, blob: after })),
      by,
      `${document} ${note}`,
    );
    await requireNoErrors(deps, commit);
    await requireNothingOutside(files, commit);
    const submission: NewSubmission = {
      id: randomUUID(),
      commit,
      files,
      authors,
      changes: await changesOf(storage, files, published, commit),
      document,
      note,
      by,
      at: now(),
      rollsBackTo,
    };
    if (!(await records.submitModels(submission))) {
      throw new ApiError(
        'already-submitted',
        '所选模型中有的已经提交、还没有发布；请等那次提交办结，或者先撤回它。',
      );
    }
    return viewOf(deps, submission.id);
  }

  /** Of notices, which lint does not read; those saved by an earlier release may still name an address. */
  async function requireNothingOutside(files: SubmittedFile[], commit: string): Promise<void> {
    for (const { path } of files.filter((file) => kindOf(file.path) === 'notice')) {
      const source = (await storage.read(commit, path))?.source ?? '';
      const problem = await outsideOf(path, source);
      if (problem !== undefined) throw new ApiError('lint-errors', `没有提交：${problem}`);
    }
  }

  return {
    async submit({ body, user }) {
      const seen = await whatWasSeen(storage, body);
      const files = differingFiles(seen.published, seen.saved, body.paths);
      return keep(user, body, files, await authorsOf(storage, files), null);
    },

    async rollBack({ params, body, user }) {
      const publication = await readOne(deps, params.id);
      if (publication.state !== 'published') {
        throw new ApiError('not-published', '这次提交没有发布过，不能退回到它。');
      }
      const [published, then] = await Promise.all([
        storage.ref('published').then((commit) => blobsOf(storage, commit)),
        blobsOf(storage, publication.commit),
      ]);
      // Two others have been through these texts already; going back to them is the submitter's wish alone.
      return keep(user, body, differingFiles(published, then), [], publication.id);
    },
  };
}

type Seen = { saved: string; published: string; paths: string[] };

/**
 * The files of the two commits that were on the screen.
 * @throws ApiError `changed-meanwhile` when one of those that are submitted is no longer what it was there
 */
async function whatWasSeen(
  storage: PublishingDeps['storage'],
  { saved, published, paths }: Seen,
): Promise<{ saved: Map<string, string>; published: Map<string, string> }> {
  const [seenSaved, seenPublished, nowSaved, nowPublished] = (await Promise.all(
    [saved, published, await storage.head(), await storage.ref('published')].map((commit) =>
      blobsOf(storage, commit),
    ),
  )) as [Map<string, string>, Map<string, string>, Map<string, string>, Map<string, string>];
  const changed = paths.filter(
    (path) =>
      seenSaved.get(path) !== nowSaved.get(path) ||
      seenPublished.get(path) !== nowPublished.get(path),
  );
  if (changed.length > 0) {
    throw new ApiError(
      'changed-meanwhile',
      `您打开本页之后，${changed.join('、')} 又有人保存或发布。没有提交，您填写的内容仍在；请核对最新的修改后再提交。`,
      changed,
    );
  }
  return { saved: seenSaved, published: seenPublished };
}
