import { z } from 'zod';
import type { Search } from './opensearch/client.ts';

const IMPORTED = 'tasklist-import-position-8.2.0_';
/** Without these two nobody sees a task or what is in its form. */
const KINDS = ['user-task', 'variable'];

/** How far Tasklist is with one kind of record of one partition. Sequences only grow. */
export type ImportPosition = {
  kind: string;
  partition: number;
  exported: number;
  imported: number;
};

const newestSchema = z.object({
  aggregations: z
    .object({
      partitions: z.object({
        buckets: z.array(z.object({ key: z.number(), newest: z.object({ value: z.number() }) })),
      }),
    })
    .optional(),
});
const positionsSchema = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        _source: z.object({
          aliasName: z.string(),
          partitionId: z.number(),
          sequence: z.number(),
        }),
      }),
    ),
  }),
});

/** Asks OpenSearch; see `Search`. */
type AskSearch = Search['call'];

/**
 * What the engine has exported of user tasks and their variables, and what Tasklist has taken in of it.
 * @throws whatever `ask` throws, also where there is no Tasklist behind this OpenSearch
 */
export async function importPositions(ask: AskSearch): Promise<ImportPosition[]> {
  // First what is imported: what comes in between then counts as still to do, never as done.
  const answer = await ask('POST', `${IMPORTED}/_search`, { size: 1000 });
  const imported = positionsSchema.parse(answer).hits.hits.map(({ _source }) => _source);
  const positions = KINDS.map(async (kind) =>
    (await newest(ask, kind)).map(({ key: partition, newest: { value: exported } }) => {
      const found = imported.find((p) => p.aliasName === kind && p.partitionId === partition);
      return { kind, partition, exported, imported: found?.sequence ?? 0 };
    }),
  );
  return (await Promise.all(positions)).flat();
}

async function newest(ask: AskSearch, kind: string) {
  const answer = await ask(
    'POST',
    `zeebe-record_${kind}_*/_search?ignore_unavailable=true&allow_no_indices=true`,
    {
      size: 0,
      aggs: {
        partitions: {
          terms: { field: 'partitionId', size: 1000 },
          aggs: { newest: { max: { field: 'sequence' } } },
        },
      },
    },
  );
  return newestSchema.parse(answer).aggregations?.partitions.buckets ?? [];
}
