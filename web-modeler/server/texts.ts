import { ApiError } from '../../site/server/errors.ts';
import { kindOf } from '../api/kind.ts';
import type { User } from '../api/rights.ts';
import { notLinted } from '../linting/server/not-linted.ts';
import type { World } from './world.ts';

/** Reading and saving single texts, as several features do it. */
export function texts({ storage, lint }: Pick<World, 'storage' | 'lint'>) {
  async function model(commit: string, path: string) {
    const read = await storage.read(commit, path);
    if (read === undefined) throw noSuchModel();
    return { path, kind: kindOf(path), commit, ...read };
  }

  return {
    /**
     * A text at a moment of the models: saved, published, shipped, or a commit.
     * @throws ApiError `no-such-model`
     */
    async read(at: string, path: string) {
      return model(await commitAt(storage, at), path);
    },

    /** Saves a text as a new version, and says what lint says of it. */
    async save(
      { path, base, note }: { path: string; base: string | null; note: string },
      source: string,
      { id, name }: User,
    ) {
      const commit = await storage.save([{ path, source, base }], { id, name }, note);
      // It is saved by now: whoever hears of an error would save it a second time.
      const all = await lint(commit).catch(() => [notLinted(path)]);
      return {
        model: await model(commit, path),
        findings: all.filter(({ file }) => file === path),
      };
    },
  };
}

/** The commit of a moment of the models: saved, published, shipped, or itself a commit. */
export async function commitAt(
  storage: Pick<World['storage'], 'head' | 'ref'>,
  at: string,
): Promise<string> {
  if (at === 'saved') return storage.head();
  return at === 'published' || at === 'shipped' ? storage.ref(at) : at;
}

export function noSuchModel(): ApiError {
  return new ApiError('no-such-model', '没有这个文件，它可能已被删除，请从模型列表中选择。');
}
