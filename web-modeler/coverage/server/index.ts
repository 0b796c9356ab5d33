import { readFile } from 'node:fs/promises';
import { readArticles } from '../../../law/articles.ts';
import { kindOf } from '../../api/kind.ts';
import { commitAt } from '../../server/texts.ts';
import type { Served, World } from '../../server/world.ts';
import type { coverageRoutes } from '../api.ts';
import { coverageOf } from '../index.ts';

/** Which articles the models implement, at any moment of theirs. */
export async function serve({
  storage,
}: Pick<World, 'storage'>): Promise<Served<typeof coverageRoutes>> {
  const articles = readArticles(
    await readFile(new URL('../../../law/articles.yaml', import.meta.url), 'utf8'),
  );

  return {
    handlers: {
      async readCoverage({ query: { at } }) {
        const commit = await commitAt(storage, at);
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
    },
  };
}
