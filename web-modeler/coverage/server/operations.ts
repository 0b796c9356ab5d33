import { readFile } from 'node:fs/promises';
import { readArticles } from '../../../law/articles.ts';
import { kindOf } from '../../api/kind.ts';
import type { Handlers } from '../../../site/server/handler.ts';
import type { Storage } from '../../server/storage/index.ts';
import { coverageOf } from '../index.ts';

export type CoverageDeps = { storage: Pick<Storage, 'head' | 'ref' | 'files' | 'read'> };

/** Which articles the models implement, at any moment of theirs. */
export async function coverageOperations({
  storage,
}: CoverageDeps): Promise<Handlers<'readCoverage'>> {
  const articles = readArticles(
    await readFile(new URL('../../../law/articles.yaml', import.meta.url), 'utf8'),
  );

  return {
    async readCoverage({ query: { at } }) {
      const commit =
        at === 'saved'
          ? await storage.head()
          : at === 'published' || at === 'shipped'
            ? await storage.ref(at)
            : at;
      const paths = (await storage.files(commit))
        .map(({ path }) => path)
        .filter((path) => kindOf(path) !== 'notice')
        .sort();
      const files = paths.map(async (path) => ({
        path,
        source: (await storage.read(commit, path))?.source ?? '',
      }));
      return { articles: await coverageOf(await Promise.all(files), articles) };
    },
  };
}
