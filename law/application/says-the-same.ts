import { isDeepStrictEqual } from 'node:util';
import type { Draft } from './index.ts';

/** Whether an application says just what its draft does; a field left empty says as little as one that is absent. */
export function saysTheSame(input: unknown, draft: Draft): boolean {
  return isDeepStrictEqual(withoutEmpty(input), withoutEmpty(draft));
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => !isEmpty(item))
      .map(([name, item]) => [name, withoutEmpty(item)]),
  );
}

function isEmpty(item: unknown): boolean {
  return (item ?? '') === '' || (Array.isArray(item) && item.length === 0);
}
