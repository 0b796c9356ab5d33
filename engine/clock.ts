import { z } from 'zod';

const ANSWERS_WITHIN_MS = 5_000;
const clockSchema = z.object({ epochMilli: z.number() });

/**
 * The time where no job tells it: the engine's where its clock is controlled (tests and demonstration), else
 * the machine's.
 * @param clockUrl base address of the engine's management interface, or undefined for the machine's time
 */
export function timeSource(clockUrl: string | undefined): () => Promise<Date> {
  if (clockUrl === undefined) return async () => new Date();
  const url = `${clockUrl.replace(/\/$/, '')}/actuator/clock`;
  return async () => {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    if (!response.ok) throw new Error(`the engine's clock answered ${response.status}`);
    return new Date(clockSchema.parse(await response.json()).epochMilli);
  };
}

/**
 * The same time without asking each time: what was answered last, and what has passed since. For what changes by the
 * day; a clock that somebody moves is heard of after `forMs`.
 */
export function roughly(now: () => Promise<Date>, forMs: number): () => Promise<Date> {
  let asked: { time: Promise<Date>; at: number } | undefined;
  return async () => {
    if (asked === undefined || performance.now() - asked.at > forMs) {
      asked = { time: now(), at: performance.now() };
    }
    const { time, at } = asked;
    try {
      return new Date((await time).getTime() + performance.now() - at);
    } catch (error) {
      asked = undefined;
      throw error;
    }
  };
}
