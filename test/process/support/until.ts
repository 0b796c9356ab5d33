import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 60;

/**
 * Waits for a condition and returns what it found. The limit only keeps a broken run from hanging.
 * @throws Error that names what did not come
 */
export async function until<T>(what: string, look: () => Promise<T | undefined>, withinMs = 60_000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`did not come within ${withinMs / 1000} s: ${what}`);
    await pause(EVERY_MS);
  }
}
