import { setTimeout as pause } from 'node:timers/promises';
import {
  type DeployedResource,
  ModelsRefused,
} from '../../../engine/deployment/deploy-resources.ts';
import {
  isAway,
  isBarred,
  isFromEngine,
  isTooLarge,
  neverHeard,
  reason,
  refusalInWords,
} from '../../../engine/deployment/refusals.ts';
import type { RecordedPerson, StoredSubmission } from '../../../records/index.ts';
import { ApiError } from '../../../site/server/errors.ts';
import { StorageError } from '../../server/storage/errors.ts';
import { createMutex } from '../../server/storage/mutex.ts';
import type { Handlers } from '../../server/world.ts';
import type { publishingRoutes } from '../api.ts';
import type { PublishingDeps } from './deps.ts';
import { requireNoErrors } from './gate.ts';
import { blobsOf, deployable, differingFiles } from './models.ts';
import { publicationOf } from './release.ts';
import { notOpen, readOne, viewOf } from './submissions.ts';

const NOT_SHOWN_YET =
  '已发布，但 Tasklist 还没有收到新表单。请过几分钟再申报或办理，以免出现没有表单的任务；如一直如此，请联系管理员。';
const NOBODY_LOOKS =
  '已发布。这里查不到 Tasklist 是否已收到新表单，请过几分钟再申报或办理，以免出现没有表单的任务。';

/** How often an engine that is too busy or away is asked again. */
export const PATIENCE = { tries: 10, everyMs: 2_000 };

type Publishing = Handlers<typeof publishingRoutes, 'publish'> & {
  /**
   * Finishes what a killed or cut-off server began, and learns which versions the engine has of the published
   * models. To be called at the start of the server, once the engine answers.
   * @throws what the engine's client throws when it does not answer
   */
  resumePublishing(): Promise<void>;
};

/** Publishing what another person submitted, safe against being killed at any moment. */
export function publishing(deps: PublishingDeps, { tries, everyMs } = PATIENCE): Publishing {
  const { storage, records, engine, now } = deps;
  // One after the other: the second builds on what the first published.
  const alone = createMutex();

  /** The commit that will run: the newest published models with the submitted files put in. */
  async function onNewest(submission: StoredSubmission): Promise<string> {
    const published = await storage.ref('published');
    const now = await blobsOf(storage, published);
    const there = (path: string) => now.get(path) ?? null;
    // It was killed when only its end was still to be written down.
    const isThere = submission.files.every(({ path, after }) => there(path) === after);
    if (submission.state === 'publishing' && isThere) return published;
    const moved = submission.files.filter(({ path, before }) => there(path) !== before);
    if (moved.length > 0) {
      const paths = moved.map(({ path }) => path);
      throw new ApiError(
        'published-meanwhile',
        `提交之后，${paths.join('、')} 已经另行发布。请退回这次提交，由提交人在新的基础上修改后重新提交。`,
        paths,
      );
    }
    const wanted = new Map(now);
    for (const { path, after } of submission.files) {
      if (after === null) wanted.delete(path);
      else wanted.set(path, after);
    }
    const planned = await blobsOf(storage, submission.commit);
    if (differingFiles(planned, wanted).length === 0) return submission.commit;
    return storage.commitBeside(
      published,
      submission.files.map(({ path, after }) => ({ path, blob: after })),
      submission.by,
      `${submission.document} ${submission.note}`,
    );
  }

  /**
   * Everything after the publication was made known. Each part may be repeated: the engine recognises models it
   * has, and the rest writes the same again.
   * @returns the keys of the forms
   */
  async function carryOut({ id, commit }: StoredSubmission): Promise<string[]> {
    let deployed: DeployedResource[];
    try {
      await requireNoErrors(deps, commit);
      deployed = await deploy(commit);
      await remember(deployed, commit, id);
    } catch (error) {
      const refused = error instanceof ModelsRefused;
      // Whether it was heard is not known otherwise: then it stays as it is and is finished later.
      if (refused || isTold(error) || neverHeard(error) || isTooLarge(error)) {
        await records.reopenSubmission(id);
      }
      throw refused ? engineRefused(error) : error;
    }
    await storage.publish(commit);
    await records.endPublishing(id, now());
    return deployed.filter(({ kind }) => kind === 'form').map(({ key }) => key);
  }

  async function begin(submission: StoredSubmission, by: RecordedPerson): Promise<string[]> {
    const commit = await onNewest(submission);
    if (!(await records.beginPublishing(submission.id, commit, by, now()))) {
      throw await notOpen(deps, submission.id);
    }
    return carryOut(await readOne(deps, submission.id));
  }

  async function deploy(commit: string): Promise<DeployedResource[]> {
    const models = await deployable(storage, commit, deps.choices());
    return patiently(() => engine.deploy(models));
  }

  async function remember(deployed: DeployedResource[], commit: string, submissionId: string) {
    await records.recordDeployments(
      deployed.map(({ name, ...resource }) => ({ ...resource, path: name, commit, submissionId })),
    );
  }

  async function patiently<T>(ask: () => Promise<T>): Promise<T> {
    // An earlier try that may have been heard counts, whatever the last one says.
    let heard: unknown;
    for (let tried = 1; ; tried += 1) {
      try {
        return await ask();
      } catch (error) {
        if (!isAway(error) || isTooLarge(error)) throw error;
        if (!neverHeard(error)) heard = error;
        if (tried >= tries) throw heard ?? error;
        await pause(everyMs);
      }
    }
  }

  /** What was begun and not ended, on the models as they are now: an upgrade may have changed others meanwhile. */
  async function goOn(submission: StoredSubmission): Promise<string[]> {
    const { id, endedBy, endedAt } = submission;
    try {
      const commit = await onNewest(submission);
      if (commit !== submission.commit && endedBy !== null && endedAt !== null) {
        await records.beginPublishing(id, commit, endedBy, endedAt);
      }
    } catch (error) {
      if (isTold(error)) await records.reopenSubmission(id);
      throw error;
    }
    return carryOut(await readOne(deps, id));
  }

  /** A task Tasklist hears of before its form never shows it (#24771): who publishes is told when to go on. */
  async function warningOf(formKeys: string[]): Promise<string | null> {
    if (formKeys.length === 0) return null;
    if (deps.formsShown === undefined) return NOBODY_LOOKS;
    return (await deps.formsShown(formKeys)) ? null : NOT_SHOWN_YET;
  }

  return {
    async publish({ params: { id }, user }) {
      const formKeys = await alone(async () => {
        const submission = await readOne(deps, id);
        requireAnother(submission, user);
        if (submission.state !== 'open' && submission.state !== 'publishing') {
          throw await notOpen(deps, id);
        }
        try {
          return submission.state === 'publishing'
            ? await goOn(submission)
            : await begin(submission, { id: user.id, name: user.name });
        } catch (error) {
          throw isTold(error) || !isFromEngine(error) ? error : away(error);
        }
      });
      // It runs by now: the next publication need not wait for Tasklist.
      const warning = await warningOf(formKeys);
      return { ...(await viewOf(deps, id)), warning };
    },

    resumePublishing: () =>
      alone(async () => {
        const begun = (await records.submissions()).filter(({ state }) => state === 'publishing');
        for (const submission of begun) {
          // A refusal made it open again: whoever publishes is told when trying anew.
          await goOn(submission).catch((error: unknown) => {
            if (!isTold(error)) throw error;
          });
        }
        const commit = await storage.ref('published');
        const deployed = await deploy(commit);
        await remember(deployed, commit, await publicationOf(deps, commit));
      }),
  };
}

/** @throws ApiError `same-person` for who submitted it or wrote any of it */
function requireAnother({ by, authors }: StoredSubmission, user: RecordedPerson): void {
  const submitted = by.id === user.id;
  if (!submitted && !authors.some(({ id }) => id === user.id)) return;
  const why = submitted ? '这次提交是您提出的' : '这次提交中有您保存的修改';
  throw new ApiError(
    'same-person',
    `修改、提交和发布不能是同一个人：${why}，请由另一位发布人发布。`,
  );
}

/** What is told to whoever publishes, rather than a trouble that passes. */
function isTold(error: unknown): boolean {
  return error instanceof ApiError || error instanceof StorageError;
}

function engineRefused(error: ModelsRefused): ApiError {
  return new ApiError('engine-refused', refusalInWords(error.message), {
    engine: error.message,
  });
}

function away(error: unknown): ApiError {
  const details = { engine: reason(error) };
  if (isTooLarge(error)) {
    const sentence =
      '模型合在一起超过了引擎一次能接受的大小，没有发布。请联系管理员调大引擎的限制。';
    return new ApiError('engine-refused', sentence, details);
  }
  return new ApiError('engine-unavailable', awayInWords(error), details);
}

function awayInWords(error: unknown): string {
  if (isBarred(error)) {
    return '流程引擎不接受本系统的登录，模型没有发布。请联系管理员检查引擎的登录设置。';
  }
  return neverHeard(error)
    ? '流程引擎暂时无法连接，模型没有发布。请稍后再试；如仍不行，请联系管理员查看引擎是否运行。'
    : '流程引擎没有正常应答，不能确定是否已经接受。请稍后再点一次“发布”，会接着完成，不会重复。';
}
