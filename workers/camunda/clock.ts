import { z } from 'zod';

const ANSWERS_WITHIN_MS = 5_000;
const clockSchema = z.object({ epochMilli: z.number() });

/**
 * The time the workers go by: the engine's where its clock is controlled (tests and demonstration), else
 * the machine's. One source, so that timers and deadlines never disagree.
 * @param clockUrl base address of the engine's management interface, or undefined for the machine's time
 */
export function timeSource(clockUrl: string | undefined): () => Promise<Date> {
  if (clockUrl === undefined) return async () => new Date();
  const url = `${clockUrl.replace(/\/$/, '')}/actuator/clock`;
  return together(async () => {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    if (!response.ok) throw new Error(`the engine's clock answered ${response.status}`);
    return new Date(clockSchema.parse(await response.json()).epochMilli);
  });
}

/**
 * One question for all who ask while another is under way. None of them gets the answer to that one: it may have been
 * asked before the clock was moved.
 */
function together<T>(ask: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  return () => {
    next ??= underWay.then(() => {
      const asked = ask();
      underWay = asked.catch(() => {});
      next = undefined;
      return asked;
    });
    return next;
  };
}
