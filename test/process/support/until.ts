import { setTimeout as pause } from 'node:timers/promises';

const FIRST_PAUSE_MS = 40;
const LONGEST_PAUSE_MS = 400;

/**
 * Waits for a condition and returns what it found. It looks less often the longer it takes, so that many
 * projects side by side do not keep the machine busy with looking. The limit only keeps a broken run from hanging.
 * @throws Error that names what did not come
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  withinMs = 240_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(LONGEST_PAUSE_MS, wait * 1.3)) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`did not come within ${withinMs / 1000} s: ${what}`);
    await pause(wait);
  }
}
