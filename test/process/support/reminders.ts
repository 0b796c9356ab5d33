import { z } from 'zod';
import { type IsoDate, shanghaiTime } from '../../../law/calendar/index.ts';
import type { StoredClock } from '../../../records/index.ts';
import { exported } from './exported.ts';
import { type Mail, mailsOf } from './mail.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

const DAY_MS = 86_400_000;

/**
 * Waits until the daily timer of a clock's task has ticked so often on a day (Asia/Shanghai) and every tick
 * was worked off: from then on, a reminder that is not there was not sent.
 */
export async function ticked(
  { search }: World,
  { processInstanceKey, elementId }: StoredClock,
  day: IsoDate,
  times = 1,
): Promise<void> {
  const midnight = new Date(shanghaiTime(day, '00:00:00')).getTime();
  await until(`${times} ticks of ${elementId} on ${day}`, async () => {
    const jobs = await exported(
      search,
      'job',
      [
        { term: { 'value.processInstanceKey': processInstanceKey } },
        { term: { 'value.type': 'remind' } },
        { term: { intent: 'COMPLETED' } },
        { range: { timestamp: { gte: midnight, lt: midnight + DAY_MS } } },
      ],
      z.object({}),
    );
    return jobs.length >= times || undefined;
  });
}

/** The reminders a project has sent, oldest first. */
export async function remindersOf(world: World, projectId: string): Promise<Mail[]> {
  return (await mailsOf(world, projectId)).filter(({ purpose }) => purpose.startsWith('reminder-'));
}
