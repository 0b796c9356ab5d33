import type { Repository } from './repository.ts';
import { MAIN } from './repository.ts';

export const PUBLISHED = 'refs/published';
export const SHIPPED = 'refs/shipped';
/** A new shipped version that is being taken over; there only while that is not finished. */
const ARRIVING = 'refs/arriving';

const RELEASE = { id: 'release', name: '安装包' };

export type Refs = { head: string; published: string; shipped: string };

/**
 * Brings the shipped texts into the repository, on a line of their own. Saved and published texts follow it as long
 * as nobody has saved or published anything; afterwards they stay, and the difference is an administrator's to take.
 * May be killed at any moment: the next call finishes it.
 */
export async function takeShipped(
  repository: Repository,
  texts: ReadonlyMap<string, string>,
): Promise<Refs> {
  const blobs = [...texts].map(
    async ([path, source]): Promise<[string, string]> => [path, await repository.writeText(source)],
  );
  const tree = await repository.writeTree(new Map(await Promise.all(blobs)));
  if ((await repository.ref(MAIN)) === undefined) {
    const first = await repository.writeCommit(tree, undefined, RELEASE, '随程序首次提供');
    await repository.setRef(SHIPPED, first);
    await repository.setRef(PUBLISHED, first);
    // The last one written says that all is there.
    await repository.setRef(MAIN, first);
  }
  await finishArriving(repository);
  const { shipped } = await refsOf(repository);
  if ((await repository.commit(shipped)).tree !== tree) {
    const next = await repository.writeCommit(tree, shipped, RELEASE, '随程序升级更新');
    await repository.setRef(ARRIVING, next);
    await finishArriving(repository);
  }
  return refsOf(repository);
}

async function finishArriving(repository: Repository): Promise<void> {
  const next = await repository.ref(ARRIVING);
  if (next === undefined) return;
  const { parent } = await repository.commit(next);
  const { head, published } = await refsOf(repository);
  const untouched = [head, published].every((commit) => commit === parent || commit === next);
  if (untouched) {
    await repository.setRef(MAIN, next);
    await repository.setRef(PUBLISHED, next);
  }
  await repository.setRef(SHIPPED, next);
  await repository.deleteRef(ARRIVING);
}

async function refsOf(repository: Repository): Promise<Refs> {
  const [head, published, shipped] = await Promise.all(
    [MAIN, PUBLISHED, SHIPPED].map((ref) => repository.ref(ref)),
  );
  if (head === undefined || published === undefined || shipped === undefined) {
    throw new Error('The models’ repository has lost a ref: main, published or shipped');
  }
  return { head, published, shipped };
}
