import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';

/** The variable in which the number of a signature travels with what was entered. */
export const SIGNATURE = 'signature';

/**
 * A digest (SHA-256, hex) of what somebody entered. The same values give the same digest in whatever order they come:
 * the engine keeps the order of fields no better than JSON does.
 */
export function digestOf(entered: Record<string, unknown>): string {
  return createHash('sha256')
    .update(stringify(entered) ?? '')
    .digest('hex');
}
