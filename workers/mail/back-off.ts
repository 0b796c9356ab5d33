const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/** Milliseconds to wait after the n-th failure in a row (n ≥ 1): doubling from one second, never more than a minute. */
export function backOffMs(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
}
