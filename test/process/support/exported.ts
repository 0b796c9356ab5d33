import { z } from 'zod';
import { until } from './until.ts';

// While an index is being made none of its shards answers yet.
const NOT_YET = 503;

const hitsSchema = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        _source: z.object({ key: z.number(), value: z.record(z.string(), z.unknown()) }),
      }),
    ),
  }),
});

/** A key of the engine as the tests use it; those of the one partition are exact as numbers. */
export const keySchema = z.number().transform(String);

/**
 * Values of the records the engine has exported of one kind ("variable", "incident"), oldest first, each with its
 * `recordKey`. What was exported is made searchable first; what is still on its way is not seen.
 */
export async function exported<T extends z.ZodType>(
  search: string,
  kind: string,
  filter: object[],
  value: T,
): Promise<z.output<T>[]> {
  const index = `${search}/zeebe-record_${kind}_*`;
  await fetch(`${index}/_refresh`, { method: 'POST' });
  const response = await until(`an answer of ${kind}`, async () => {
    const answer = await fetch(`${index}/_search?size=2000&ignore_unavailable=true`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: { bool: { filter } },
        sort: [{ position: { unmapped_type: 'long' } }],
      }),
    });
    return answer.status === NOT_YET ? undefined : answer;
  });
  const { hits } = hitsSchema.parse(await response.json());
  return hits.hits.map(({ _source: { key, value: fields } }) =>
    value.parse({ ...fields, recordKey: key }),
  );
}
