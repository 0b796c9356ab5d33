import { z } from 'zod';

const clockSchema = z.object({ epochMilli: z.number() });

/** The engine's clock. */
export function clockUrl(management: string): string {
  return `${management}/actuator/clock`;
}

/** The engine's time. */
export async function engineTime(url: string): Promise<Date> {
  return new Date(clockSchema.parse(await (await fetch(url)).json()).epochMilli);
}

/**
 * Moves the engine's clock forward; it then runs on from there. Never backwards: the engine would stop its
 * scheduled checks (camunda/camunda#21738).
 * @param instant ISO with an offset
 */
export async function moveClockTo(url: string, instant: string): Promise<void> {
  const offsetMilli = new Date(instant).getTime() - (await engineTime(url)).getTime();
  if (offsetMilli < 0) throw new Error(`the engine's clock is already past ${instant}`);
  const response = await fetch(`${url}/add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ offsetMilli }),
  });
  if (!response.ok) throw new Error(`moving the clock: ${response.status} ${await response.text()}`);
}
