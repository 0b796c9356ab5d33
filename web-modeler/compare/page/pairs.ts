/** Something with an id in one text or both. */
export type Pair<T> = { id: string; before: T | undefined; after: T | undefined };

/**
 * Puts what has the same id beside each other, in the order of the newer text; what is gone stands where
 * it stood: behind the one that was before it.
 */
export function pairUp<T extends { id: string }>(before: T[], after: T[]): Pair<T>[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const now = new Set(after.map(({ id }) => id));
  const pairs: Pair<T>[] = after.map((one) => ({
    id: one.id,
    before: old.get(one.id),
    after: one,
  }));
  for (const [index, gone] of before.entries()) {
    if (now.has(gone.id)) continue;
    const previous = before[index - 1]?.id;
    const place = pairs.findIndex(({ id }) => id === previous);
    pairs.splice(place + 1, 0, { id: gone.id, before: gone, after: undefined });
  }
  return pairs;
}

/** What became of a pair. */
export function fateOf<T>({ before, after }: Pair<T>): 'added' | 'removed' | 'kept' {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'kept';
}
