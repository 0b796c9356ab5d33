import { types } from 'node:util';

/** PostgreSQL's unique_violation. */
const NOT_UNIQUE = '23505';

/** Whether a statement failed because somebody else has written the same key. */
export function isNotUnique(error: unknown): boolean {
  return types.isNativeError(error) && 'code' in error && error.code === NOT_UNIQUE;
}
