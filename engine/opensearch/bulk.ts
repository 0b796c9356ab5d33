import { z } from 'zod';
import type { Search } from './client.ts';

const answerSchema = z.object({ errors: z.boolean() });

/**
 * Sends the lines of a bulk request, seen by whoever searches next.
 * @throws Error when any of them is refused
 */
export async function bulk(search: Search, index: string, lines: object[]): Promise<void> {
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const { errors } = answerSchema.parse(
    await search.call('POST', `${index}/_bulk?refresh=true`, body),
  );
  if (errors) throw new Error(`OpenSearch refused some entries for ${index}`);
}
