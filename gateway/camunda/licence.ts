import type { RequestHandler } from 'express';

const LONGEST_MS = 10_000;

/** What Camunda's pages ask for the badge that says under which licence it runs: the one thing of `/v2` anybody may ask. */
export function licenceBadge(engine: string): RequestHandler {
  return async (_request, response) => {
    const answer = await fetch(`${engine}/v2/license`, { signal: AbortSignal.timeout(LONGEST_MS) });
    response
      .status(answer.status)
      .type('application/json')
      .send(await answer.text());
  };
}
