import { z } from 'zod';
import { shanghaiTime } from '../../../law/calendar/index.ts';
import type { World } from './world.ts';

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
  await change(`${url}/add`, 'POST', { offsetMilli });
}

/**
 * Moves the clock of the tests' engine forward. What should tick then must be `shown` before: a timer made after
 * the jump takes its first day for past and waits one more (camunda/camunda#38987).
 * @param time of that day in Asia/Shanghai, `HH:MM`
 */
export async function moveTo({ management }: World, day: string, time: string): Promise<void> {
  await moveClockTo(clockUrl(management), shanghaiTime(day, `${time}:00`));
}

/**
 * Everything the engine does meanwhile happens on one exact second: the one to come, so that its time never goes
 * back. Only the time of its records is held; connections and the export go on.
 */
export async function onAnExactSecond<T>(
  { rest, management }: Pick<World, 'rest' | 'management'>,
  act: () => Promise<T>,
): Promise<T> {
  const now = await engineTime(clockUrl(management));
  const timestamp = Math.ceil(now.getTime() / 1000) * 1000;
  await change(`${rest}/v2/clock`, 'PUT', { timestamp });
  return act().finally(() => change(`${rest}/v2/clock/reset`, 'POST', {}));
}

async function change(url: string, method: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the engine's clock: ${response.status} ${text}`);
}
