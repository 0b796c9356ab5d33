import { setTimeout as pause } from 'node:timers/promises';

type Wait = { everyMs?: number; withinMs: number; signal?: AbortSignal | undefined };

/**
 * Asks again and again until the answer is neither undefined nor false. A throw counts as "not yet"
 * and its message ends up in the error when time runs out.
 * @throws Error after withinMs, or the signal's reason
 */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  { everyMs = 200, withinMs, signal }: Wait,
): Promise<T> {
  const end = performance.now() + withinMs;
  let last: unknown;
  for (;;) {
    signal?.throwIfAborted();
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) {
      throw new Error(`${what}: ${Math.round(withinMs / 1000)} 秒内未完成`, { cause: last });
    }
    await pause(everyMs, undefined, { signal });
  }
}

/** Whether the promise settles within the time. */
export async function settlesWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const timer = new AbortController();
  const settled = await Promise.race([
    promise.then(
      () => true,
      () => true,
    ),
    pause(ms, false, { signal: timer.signal }),
  ]);
  timer.abort();
  return settled;
}
