import type { AskSearch } from './import-positions.ts';

const ANSWERS_WITHIN_MS = 10_000;

/** The OpenSearch behind Camunda, over plain HTTP. Its answers are errors unless they are 2xx. */
export function askSearch(url: string): AskSearch {
  return async (method, path, body) => {
    const response = await fetch(`${url.replace(/\/$/, '')}/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    if (!response.ok) throw new Error(`OpenSearch ${method} ${path}: ${response.status}`);
    return response.json();
  };
}
