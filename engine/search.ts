import { parse } from 'lossless-json';
import { z } from 'zod';
import type { RestClient } from './connect.ts';
import { within } from './within.ts';

const LONGEST_MS = 10_000;

/** Keys come as text or, from 8.6, as numbers beyond JavaScript's own; as text they are exact, '' where there is none. */
export const keySchema = z
  .unknown()
  .transform((key) => (key === undefined || key === null ? '' : String(key)));

/**
 * Asks the engine's search.
 * @throws Error when it does not answer in time: the SDK never comes back from an answer that is no JSON, such as a
 *   proxy's page
 */
export function search(rest: RestClient, urlPath: string, body: object): Promise<unknown> {
  return within(
    LONGEST_MS,
    rest.callApiEndpoint({
      method: 'POST',
      urlPath,
      body,
      parseJson: (text: string) => parse(text),
    }),
  );
}
