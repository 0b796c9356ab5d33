/** OpenSearch over plain HTTP: the few calls that are needed of it. */
export type Search = {
  /** @throws Error with OpenSearch's own words for any status that is not 2xx */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  /** @throws Error when OpenSearch cannot say */
  exists(path: string): Promise<boolean>;
};

const ANSWERS_WITHIN_MS = 30_000;

/** The OpenSearch at this address, which answers each call in time or has failed. */
export function openSearch(url: string, answersWithinMs = ANSWERS_WITHIN_MS): Search {
  const root = url.replace(/\/$/, '');
  const send = (method: string, path: string, body?: unknown) =>
    fetch(`${root}/${path}`, {
      method,
      headers: { 'content-type': contentType(body) },
      signal: AbortSignal.timeout(answersWithinMs),
      ...(body === undefined ? {} : { body: asText(body) }),
    });
  return {
    async call(method, path, body) {
      const response = await send(method, path, body);
      const text = await response.text();
      if (!response.ok) throw new Error(`OpenSearch ${method} ${path}: ${response.status} ${text}`);
      return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
    },
    async exists(path) {
      const { ok, status } = await send('HEAD', path);
      if (!ok && status !== 404) throw new Error(`OpenSearch HEAD ${path}: ${status}`);
      return ok;
    },
  };
}

/** A string is a bulk body: lines of JSON. */
function asText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function contentType(body: unknown): string {
  return typeof body === 'string' ? 'application/x-ndjson' : 'application/json';
}
