import { type Calendar, type IsoDate, shanghaiDate } from '../calendar/index.ts';

export type StartedClock = { startedOn: IsoDate; deadline: IsoDate | null; provisional: boolean };

/**
 * Starts the clock of one visit with what earlier visits left of the limit; all in working days.
 * The day of opening is not counted; the deadline is the end of the last counted day. Null for an untimed step.
 */
export function startClock(
  { limitDays, usedBefore }: { limitDays: number | null; usedBefore: number },
  openedAt: Date,
  calendar: Calendar,
): StartedClock {
  const startedOn = shanghaiDate(openedAt);
  if (limitDays === null) return { startedOn, deadline: null, provisional: false };
  return { startedOn, ...calendar.addWorkingDays(startedOn, remainingDays(limitDays, usedBefore)) };
}

/** Working days left of a limit. */
export function remainingDays(limitDays: number, usedBefore: number): number {
  return Math.max(0, limitDays - usedBefore);
}
