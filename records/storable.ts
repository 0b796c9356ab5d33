/** Nothing we ask for nests as deep; much deeper, PostgreSQL gives up reading it. */
const DEEPEST = 100;

/**
 * The value with what PostgreSQL cannot store taken out: NUL characters, halves of surrogate pairs (replaced by
 * U+FFFD), and what is nested too deep (null). People's input must never make a job fail for ever.
 */
export function storable<T>(value: T, depth = 0): T {
  if (typeof value === 'string') {
    return Buffer.from(value.replaceAll('\0', ''), 'utf8').toString('utf8') as T & string;
  }
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (depth === DEEPEST) return null as T;
  if (Array.isArray(value)) return value.map((item) => storable(item, depth + 1)) as T & unknown[];
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [storable(key), storable(item, depth + 1)]),
  ) as T & object;
}
