import { type Calendar, type IsoDate, shanghaiDate } from '../calendar/index.ts';
import { reminderInstant, tomorrow } from './reminder-time.ts';

// Early enough that a deadline moved by a new holiday notice needs no new timer.
const WORKING_DAYS_BEFORE = 5;
// From the worker's answer to the engine's timer some time passes.
const AHEAD_MS = 60_000;

/**
 * When the daily reminder of a deadline starts to tick: 09:00 five working days before, else the next 09:00.
 * Always ahead of now: a timer cycle whose start is past waits a whole period (camunda/camunda#38987).
 */
export function remindFrom(deadline: IsoDate, now: Date, calendar: Calendar): string {
  const isAhead = (instant: string) => Date.parse(instant) >= now.getTime() + AHEAD_MS;
  const wished = reminderInstant(calendar.subtractWorkingDays(deadline, WORKING_DAYS_BEFORE));
  if (isAhead(wished)) return wished;
  const today = reminderInstant(shanghaiDate(now));
  if (isAhead(today)) return today;
  return reminderInstant(tomorrow(now));
}
