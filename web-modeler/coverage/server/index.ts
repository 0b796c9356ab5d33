import { readFile } from 'node:fs/promises';
import { readArticles } from '../../../law/articles.ts';
import { kindOf } from '../../api/kind.ts';
import { commitAt } from '../../server/texts.ts';
import type { Served, World } from '../../server/world.ts';
import type { CoveredArticle, coverageRoutes } from '../api.ts';
import { coverageOf } from '../index.ts';

const KEPT = 100;

/** Which articles the models implement, at any moment of theirs. */
export async function serve({
  storage,
}: Pick<World, 'storage'>): Promise<Served<typeof coverageRoutes>> {
  const articles = readArticles(
    await readFile(new URL('../../../law/articles.yaml', import.meta.url), 'utf8'),
  );

  // A commit never changes: what was computed for one is not computed again, however often it is asked for.
  const known = new Map<string, Promise<CoveredArticle[]>>();

  async function read(commit: string): Promise<CoveredArticle[]> {
    const paths = (await storage.files(commit))
      .map(({ path }) => path)
      .filter((path) => kindOf(path) !== 'notice')
      .sort();
    const files = paths.map(async (path) => ({
      path,
      source: (await storage.read(commit, path))?.source ?? '',
    }));
    return coverageOf(await Promise.all(files), articles);
  }

  function readOnce(commit: string): Promise<CoveredArticle[]> {
    const before = known.get(commit);
    if (before !== undefined) return before;
    const reading = read(commit);
    known.set(commit, reading);
    reading.catch(() => known.delete(commit));
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    return reading;
  }

  return {
    handlers: {
      async readCoverage({ query: { at } }) {
        return { articles: await readOnce(await commitAt(storage, at)) };
      },
    },
  };
}
