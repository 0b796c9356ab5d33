import { z } from 'zod';
import type { Search } from './client.ts';

const EXPORTED = 'zeebe-record_user-task*';
const IMPORTED = 'tasklist-import-position-8.2.0_';

const newestSchema = z.object({
  hits: z.object({ hits: z.array(z.object({ _source: z.object({ sequence: z.number() }) })) }),
});
const positionsSchema = z.object({
  hits: z.object({
    hits: z.array(z.object({ _source: z.object({ aliasName: z.string(), sequence: z.number() }) })),
  }),
});

/**
 * Tells whether Tasklist goes on taking in user tasks: since the last question it has taken in some, or all
 * that had been exported by then. Its importer may freeze without a word (#28484); one that is only behind,
 * because the machine is busy, must be left alone.
 */
export function importProgress(search: Search): () => Promise<boolean> {
  let due = 0;
  let before = 0;
  return async () => {
    const imported = await importedSequence(search);
    const moves = imported >= due || imported > before;
    before = imported;
    due = await exportedSequence(search);
    return moves;
  };
}

async function exportedSequence(search: Search): Promise<number> {
  const query = `${EXPORTED}/_search?size=1&sort=sequence:desc&ignore_unavailable=true`;
  const { hits } = newestSchema.parse(await search.call('GET', query));
  return hits.hits[0]?._source.sequence ?? 0;
}

async function importedSequence(search: Search): Promise<number> {
  const { hits } = positionsSchema.parse(await search.call('GET', `${IMPORTED}/_search?size=100`));
  const position = hits.hits.find(({ _source }) => _source.aliasName === 'user-task');
  return position?._source.sequence ?? 0;
}
