import { readBpmn } from '../../../models/bpmn.ts';
import type { Deployment } from '../../../records/index.ts';
import { kindOf } from '../../api/kind.ts';
import type { PublishingDeps } from './deps.ts';
import { type Version, versionOf } from './migratable.ts';

/** A version of a process with its model; undefined when its text is not kept here. */
export type KnownVersion = { deployment: Deployment; version: Version };

/** A process and the two versions its projects are to move between. */
export type MigrationVersions = { processId: string; fromVersion: number; toVersion: number };

/** Reads what was deployed as this version of the process. */
export async function readVersion(
  { storage, records }: Pick<PublishingDeps, 'storage' | 'records'>,
  processId: string,
  number: number,
): Promise<KnownVersion | undefined> {
  const known = await records.processVersions(processId);
  const deployment = known.find(({ version }) => version === number);
  if (!deployment) return undefined;
  const file = await storage.read(deployment.commit, deployment.path);
  if (!file) return undefined;
  const { definitions } = await readBpmn(file.source);
  const version = versionOf(definitions, processId);
  return version && { deployment, version };
}

/** Every process of a commit by its id, as it would run. */
export async function processesOf(
  storage: PublishingDeps['storage'],
  commit: string,
): Promise<Map<string, { version: Version; path: string; source: string }>> {
  const files = (await storage.files(commit)).filter(({ path }) => kindOf(path) === 'process');
  const read = files.map(async ({ path }) => {
    const source = (await storage.read(commit, path))?.source ?? '';
    const { definitions } = await readBpmn(source);
    const ids = [...source.matchAll(/<(?:\w+:)?process\b[^>]*\bid="([^"]+)"/g)].map(([, id]) => id);
    return ids.flatMap((id): [string, { version: Version; path: string; source: string }][] => {
      const version = versionOf(definitions, id ?? '');
      return version ? [[id ?? '', { version, path, source }]] : [];
    });
  });
  return new Map((await Promise.all(read)).flat());
}

/** Who wrote and who submitted the changes that lie between two versions of a process, whichever is the newer. */
export async function changedBy(
  { records }: Pick<PublishingDeps, 'records'>,
  { processId, fromVersion, toVersion }: MigrationVersions,
): Promise<string[]> {
  const [older, newer] = [fromVersion, toVersion].sort((a, b) => a - b) as [number, number];
  const between = (await records.processVersions(processId)).filter(
    ({ version }) => version > older && version <= newer,
  );
  const submissions = between.map(({ submissionId }) =>
    submissionId === null ? undefined : records.submission(submissionId),
  );
  const persons = (await Promise.all(submissions)).flatMap((one) =>
    one ? [one.by.id, ...one.authors.map(({ id }) => id)] : [],
  );
  return [...new Set(persons)].sort();
}
