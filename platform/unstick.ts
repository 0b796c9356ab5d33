import type { Search } from '../engine/opensearch/client.ts';
import { type Shortened, shortenNames } from '../engine/opensearch/shorten-names.ts';

const SHOWN_CHARACTERS = 60;

/**
 * Frees Tasklist's and Operate's importers of variables they can never take in, and says in the log which they were.
 * @returns whether there were any: web applications that run must be started anew
 */
export async function unstick(search: Search, log: (line: string) => void): Promise<boolean> {
  const shortened = await shortenNames(search);
  for (const one of shortened) log(inALine(one));
  return shortened.length > 0;
}

/** Which variable of which instance it was; its name on one line, and no longer than one. */
export function inALine({
  name,
  bytes,
  shownAs,
  processId,
  processInstanceKey,
  scopeKey,
}: Shortened): string {
  const begins = JSON.stringify([...name].slice(0, SHOWN_CHARACTERS).join(''));
  return `variable name of ${bytes} bytes (begins ${begins}) of ${processId} instance ${processInstanceKey}, scope ${scopeKey}, cannot be imported; Tasklist and Operate show it as ${JSON.stringify(shownAs)}`;
}
