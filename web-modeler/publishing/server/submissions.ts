import type { StoredMove, StoredSubmission } from '../../../records/index.ts';
import { ApiError } from '../../../site/server/errors.ts';
import type { Handlers } from '../../server/world.ts';
import type { Move, publishingRoutes, Submission } from '../api.ts';
import type { PublishingDeps } from './deps.ts';
import { submissionView } from './view.ts';

type Name = 'listSubmissions' | 'readSubmission' | 'refuse' | 'withdraw';

/** Reading submissions, and ending them without publishing. */
export function submissions(deps: PublishingDeps): Handlers<typeof publishingRoutes, Name> {
  const { records, lint, now, operateUrl } = deps;

  async function movesOf({ deployed }: Submission): Promise<Move[]> {
    const made = deployed.filter(({ kind }) => kind === 'process');
    const moves = made.map(async ({ id, version }) =>
      (await records.moves(id)).filter(({ fromVersion, toVersion }) =>
        [fromVersion, toVersion].includes(version),
      ),
    );
    return (await Promise.all(moves)).flat().map(moveView);
  }

  return {
    async listSubmissions() {
      const [all, deployed] = await Promise.all([
        records.submissions(),
        records.submittedDeployments(),
      ]);
      const views = all.map((one) => submissionView(one, deployed.get(one.id) ?? [], operateUrl));
      return { submissions: views };
    },

    async readSubmission({ params }) {
      const { commit } = await readOne(deps, params.id);
      const [submission, findings] = await Promise.all([viewOf(deps, params.id), lint(commit)]);
      return { submission, findings, moves: await movesOf(submission) };
    },

    async refuse({ params, body, user }) {
      await readOne(deps, params.id);
      const by = { id: user.id, name: user.name };
      const ended = await records.endSubmission(params.id, 'refused', by, now(), body.reason);
      if (!ended) throw await notOpen(deps, params.id);
      return viewOf(deps, params.id);
    },

    async withdraw({ params, user }) {
      const { by } = await readOne(deps, params.id);
      if (by.id !== user.id) {
        throw new ApiError('not-yours', `这次提交是${by.name}提出的，只能由本人撤回。`);
      }
      const ended = await records.endSubmission(params.id, 'withdrawn', by, now(), null);
      if (!ended) throw await notOpen(deps, params.id);
      return viewOf(deps, params.id);
    },
  };
}

/** @throws ApiError `no-such-submission` */
export async function readOne(
  { records }: Pick<PublishingDeps, 'records'>,
  id: string,
): Promise<StoredSubmission> {
  const found = await records.submission(id);
  if (found === undefined) {
    throw new ApiError('no-such-submission', '没有这次提交，请刷新提交列表。');
  }
  return found;
}

/** The submission as the API tells it. */
export async function viewOf(
  deps: Pick<PublishingDeps, 'records' | 'operateUrl'>,
  id: string,
): Promise<Submission> {
  const stored = await readOne(deps, id);
  const deployed = await deps.records.submittedDeployments();
  return submissionView(stored, deployed.get(id) ?? [], deps.operateUrl);
}

function moveView({ person, personName, at, ended, ...move }: StoredMove): Move {
  const { processId, fromVersion, toVersion, document } = move;
  return {
    ...{ processId, fromVersion, toVersion, document },
    by: { id: person, name: personName },
    at: at.toISOString(),
    outcome: ended && { moved: ended.moved.length, stayed: ended.stayed.length },
  };
}

const STATES = {
  open: '待发布',
  publishing: '正在发布',
  published: '已发布',
  refused: '已退回',
  withdrawn: '已撤回',
};

export async function notOpen(
  deps: Pick<PublishingDeps, 'records'>,
  id: string,
): Promise<ApiError> {
  const { state, endedBy } = await readOne(deps, id);
  if (state === 'open') {
    return new ApiError('not-open', '另一次发布正在进行，请等它完成后再试。');
  }
  const who = endedBy === null ? '' : `（${endedBy.name}）`;
  return new ApiError('not-open', `这次提交${STATES[state]}${who}，请刷新页面。`);
}
