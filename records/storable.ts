/**
 * The value with what PostgreSQL cannot store taken out of its texts: NUL characters, and halves of
 * surrogate pairs (replaced by U+FFFD). People's input must never make a job fail for ever.
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string') {
    return Buffer.from(value.replaceAll('\0', ''), 'utf8').toString('utf8') as T & string;
  }
  if (Array.isArray(value)) return value.map(storable) as T & unknown[];
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [storable(key), storable(item)]),
    ) as T & object;
  }
  return value;
}
