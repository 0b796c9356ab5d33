import type { Deployment, StoredSubmission } from '../../../records/index.ts';
import type { Submission } from '../api.ts';

/** A submission as the API tells it. */
export function submissionView(
  stored: StoredSubmission,
  deployments: Deployment[],
  operateUrl: string | undefined,
): Submission {
  const { endedBy, endedAt, reason, at, ...submission } = stored;
  const ended = endedBy !== null && endedAt !== null && stored.state !== 'publishing';
  return {
    ...submission,
    at: at.toISOString(),
    ended: ended ? { by: endedBy, at: endedAt.toISOString(), reason } : null,
    deployed: deployments.map(({ kind, id, version }) => ({
      kind,
      id,
      version,
      operate: kind === 'process' ? operateLink(operateUrl, id, version) : null,
    })),
  };
}

/** The running instances of one version in Operate; the page shows none unless it is told which states to show. */
export function operateLink(
  operateUrl: string | undefined,
  processId: string,
  version: number,
): string | null {
  if (operateUrl === undefined) return null;
  const filter = new URLSearchParams({
    process: processId,
    version: String(version),
    active: 'true',
    incidents: 'true',
  });
  return `${operateUrl.replace(/\/$/, '')}/processes?${filter}`;
}
