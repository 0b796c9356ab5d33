import type { RouteName, routes } from '../api/index.ts';

/** Every error code that an operation names as its own. */
type Code = (typeof routes)[RouteName]['codes'][number];

/**
 * The HTTP status of each code of the API: what OpenAPI tells and what is answered. 404: there is no such thing;
 * 409: it is no longer as you saw it; 422: it can be read but not be taken; 503: ask again later.
 */
const STATUSES: Record<Code, number> = {
  'bad-credentials': 401,
  'no-role': 403,
  'too-many-attempts': 429,
  'login-unavailable': 503,
  'no-such-model': 404,
  'no-such-version': 404,
  conflict: 409,
  'refused-content': 422,
  'unreadable-content': 422,
  'not-a-legal-finding': 422,
  'no-such-overruling': 404,
  'nothing-to-submit': 409,
  'already-submitted': 409,
  'lint-errors': 422,
  'no-such-submission': 404,
  'engine-unavailable': 503,
  'scenario-takes-too-long': 503,
  'same-person': 403,
  'not-open': 409,
  'published-meanwhile': 409,
  'engine-refused': 422,
  'not-yours': 403,
  'not-published': 409,
  'no-such-process-version': 404,
  'plan-has-problems': 409,
  'bad-application': 422,
  'bad-choice': 422,
};

/** Codes that operations do not name one by one, because the server answers them before asking any. */
const COMMON: Record<string, number> = {
  'bad-request': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'bad-csrf-token': 403,
  'cross-site': 403,
  'too-large': 413,
  'not-json': 415,
  'records-unavailable': 503,
  'storage-full': 503,
  'lint-takes-too-long': 503,
};

/** The status documented for a code; undefined for one that no operation names. */
export function statusOf(code: string): number | undefined {
  const statuses: Record<string, number> = { ...COMMON, ...STATUSES };
  return statuses[code];
}
