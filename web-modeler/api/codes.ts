import { errorCodes } from '../../site/api/route.ts';

/**
 * What operations on models of any feature may answer. 404: there is no such thing; 409: it is no longer as you
 * saw it; 422: it can be read but not be taken; 429: yours are still at work; 503: ask again later.
 */
export const modelCodes = errorCodes({
  'no-such-model': 404,
  'no-such-version': 404,
  conflict: 409,
  'refused-content': 422,
  'unreadable-content': 422,
  'too-many-computations': 429,
  'lint-takes-too-long': 503,
});
