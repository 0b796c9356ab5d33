import type { Deployment, PublishingRecords } from '../../../records/index.ts';

/** What the library has to know of publishing. */
export type PublishedState = {
  /** Files that wait in an open submission. */
  submitted: ReadonlySet<string>;
  /** The engine's newest version of a model that was published from here; null when none was. */
  deployedVersion(kind: Deployment['kind'], id: string): number | null;
};

/** Reads it all at once, for a whole list of models. */
export async function readPublishedState(records: PublishingRecords): Promise<PublishedState> {
  const [submissions, deployments] = await Promise.all([
    records.submissions(),
    records.newestDeployments(),
  ]);
  const waiting = submissions.filter(({ state }) => state === 'open' || state === 'publishing');
  const versions = new Map(deployments.map(({ kind, id, version }) => [`${kind} ${id}`, version]));
  return {
    submitted: new Set(waiting.flatMap(({ files }) => files.map(({ path }) => path))),
    deployedVersion: (kind, id) => versions.get(`${kind} ${id}`) ?? null,
  };
}
