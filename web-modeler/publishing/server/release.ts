import { randomUUID } from 'node:crypto';
import type { PublishingDeps } from './deps.ts';
import { blobsOf, changesOf, differingFiles } from './models.ts';

// Two programs stand where two persons stand otherwise; neither is anybody's login name in the organisation.
const RELEASE = { id: 'release', name: '安装包' };
const PLATFORM = { id: 'platform', name: '平台' };

/** What stands for the document: nobody ordered what came with the system. */
export const WITH_THE_SYSTEM = '随系统交付';

/**
 * The publication whose models run. Those that came with the system get one of their own, so that they can be gone
 * back to by the same rule as any other.
 * @param commit the published one
 */
export async function publicationOf(deps: PublishingDeps, commit: string): Promise<string> {
  const { storage, records, now } = deps;
  const published = (await records.submissions()).filter(({ state }) => state === 'published');
  const known = published.find((submission) => submission.commit === commit);
  if (known !== undefined) return known.id;

  const [last] = published;
  const before = last === undefined ? new Map() : await blobsOf(storage, last.commit);
  const files = differingFiles(before, await blobsOf(storage, commit));
  const id = randomUUID();
  await records.keepRelease(
    {
      id,
      commit,
      files,
      // Of the first one everything is new, which need not be told model by model.
      changes: last === undefined ? [] : await changesOf(storage, files, last.commit, commit),
      document: WITH_THE_SYSTEM,
      note: last === undefined ? '系统最初的模型' : '随系统升级更新的模型',
      authors: [RELEASE],
      by: RELEASE,
      at: now(),
      rollsBackTo: null,
    },
    PLATFORM,
  );
  return id;
}
