import { setTimeout as pause } from 'node:timers/promises';
import { PlatformError } from './problem.ts';

type Wait = { everyMs?: number; withinMs: number; signal?: AbortSignal | undefined };

/**
 * Asks again and again until the answer is neither undefined nor false. A throw counts as "not yet"
 * and is the cause of the error when time runs out; a PlatformError ends the waiting at once.
 * @throws PlatformError after withinMs, or the signal's reason
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
      if (error instanceof PlatformError) throw error;
      last = error;
    }
    if (performance.now() > end) {
      throw new PlatformError(timeOut(what, withinMs, last), { cause: last });
    }
    await pause(everyMs, undefined, { signal });
  }
}

function timeOut(what: string, withinMs: number, last: unknown): string {
  const reason = last instanceof Error ? `（${last.message}）` : '';
  return `${what}：${Math.round(withinMs / 1000)} 秒内未完成${reason}`;
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
