import { z } from 'zod';

const clockSchema = z.object({ epochMilli: z.number() });

/**
 * The time the workers go by: the engine's where its clock is controlled (tests and demonstration), else
 * the machine's. One source, so that timers and deadlines never disagree.
 * @param clockUrl base address of the engine's management interface, or undefined for the machine's time
 */
export function timeSource(clockUrl: string | undefined): () => Promise<Date> {
  if (clockUrl === undefined) return async () => new Date();
  return async () => {
    const response = await fetch(`${clockUrl}/actuator/clock`);
    if (!response.ok) throw new Error(`the engine's clock answered ${response.status}`);
    return new Date(clockSchema.parse(await response.json()).epochMilli);
  };
}
