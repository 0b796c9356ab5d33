import { type IsoDate, shanghaiDate } from '../calendar/index.ts';
import { reminderInstant, tomorrow } from './reminder-time.ts';

/** So late after nine a tick is still the one of nine o'clock. */
const ON_TIME_MS = 30 * 60_000;

/**
 * The days whose reminders a tick queues: today, and tomorrow too when the timer has lost its hour. After a long stop the
 * engine keeps the restart's hour (camunda/camunda#38987), so the next tick may come long after nine; what waits in
 * the outbox for nine goes out in time, and the tick of the day itself finds it done. Nothing is ever
 * skipped for a later tick to do: a red reminder must not hang on a timer that may never tick again.
 */
export function daysOfTick(now: Date): IsoDate[] {
  const today = shanghaiDate(now);
  const late = now.getTime() - Date.parse(reminderInstant(today));
  if (late <= ON_TIME_MS) return [today];
  return [today, tomorrow(now)];
}
