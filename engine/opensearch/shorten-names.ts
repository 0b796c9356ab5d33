import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Search } from './client.ts';

const RECORDS = 'zeebe-record_variable_*';
/** OpenSearch's longest id is 512 bytes; the importers make one of a key (up to 19 digits), a hyphen and the name. */
const LONGEST_NAME_BYTES = 512 - 1 - 19;
/** In bytes of UTF-8. */
const WIDEST_CHARACTER = 4;
const KEPT_CHARACTERS = 40;
const PAGE = 100;

const hitsSchema = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        _index: z.string(),
        _id: z.string(),
        _routing: z.string().optional(),
        sort: z.array(z.number()),
        _source: z.object({
          value: z.object({
            name: z.string(),
            bpmnProcessId: z.string(),
            // As text they are exact only below 2^53; they are told, and decide nothing.
            processInstanceKey: z.coerce.string(),
            scopeKey: z.coerce.string(),
          }),
        }),
      }),
    ),
  }),
});
type Hit = z.output<typeof hitsSchema>['hits']['hits'][number];

/** A variable whose name was too long for Tasklist and Operate, and what it is called there now. */
export type Shortened = {
  name: string;
  bytes: number;
  shownAs: string;
  processId: string;
  processInstanceKey: string;
  /** The instance, or the element in it, that the variable belongs to. */
  scopeKey: string;
};

/**
 * Shortens the names of exported variables that Tasklist's and Operate's importers can never take in: they try such a
 * record again for ever, and from then on nobody sees a new task. Only what was exported for them is changed: in
 * the engine the variable keeps its name. An importer that already holds such a record goes on when the web
 * applications are started anew. May be called at any time, and again.
 */
export async function shortenNames(search: Search): Promise<Shortened[]> {
  const shortened: Shortened[] = [];
  for (let after: number[] | undefined; ; ) {
    const hits = await longNames(search, after);
    for (const hit of hits) {
      if (Buffer.byteLength(hit._source.value.name) > LONGEST_NAME_BYTES) {
        shortened.push(await shorten(search, hit));
      }
    }
    if (hits.length < PAGE) return shortened;
    after = hits.at(-1)?.sort;
  }
}

/** The records of variables whose names may be too long, in the order they were exported. */
async function longNames(search: Search, after: number[] | undefined): Promise<Hit[]> {
  const fits = Math.floor(LONGEST_NAME_BYTES / WIDEST_CHARACTER);
  const answer = await search.call(
    'POST',
    `${RECORDS}/_search?ignore_unavailable=true&allow_no_indices=true`,
    {
      size: PAGE,
      query: { regexp: { 'value.name': `.{${fits + 1},}` } },
      sort: [{ position: 'asc' }, { partitionId: 'asc' }],
      ...(after === undefined ? {} : { search_after: after }),
    },
  );
  return hitsSchema.parse(answer).hits.hits;
}

async function shorten(search: Search, { _index, _id, _routing, _source }: Hit) {
  const { name, bpmnProcessId: processId, processInstanceKey, scopeKey } = _source.value;
  // Two that begin alike stay two.
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 12);
  const shownAs = `${[...name].slice(0, KEPT_CHARACTERS).join('')}…${mark}`;
  const routing = _routing === undefined ? '' : `&routing=${encodeURIComponent(_routing)}`;
  await search.call('POST', `${_index}/_update/${encodeURIComponent(_id)}?refresh=true${routing}`, {
    doc: { value: { name: shownAs } },
  });
  const bytes = Buffer.byteLength(name);
  return { name, bytes, shownAs, processId, processInstanceKey, scopeKey };
}
