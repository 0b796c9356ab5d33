import { type Calendar, type IsoDate, shanghaiDate } from '../calendar/index.ts';

export type StartedClock = { startedOn: IsoDate; deadline: IsoDate | null; provisional: boolean };

type Counts<Limit> = { limitDays: Limit; usedBefore: number; extendedBy: number };

/**
 * Starts the clock of one visit with what earlier visits left of the limit; all in working days.
 * The day of opening is not counted; the deadline is the end of the last counted day. Null for an untimed step.
 */
export function startClock(
  { limitDays, ...counts }: Counts<number | null>,
  openedAt: Date,
  calendar: Calendar,
): StartedClock {
  const startedOn = shanghaiDate(openedAt);
  if (limitDays === null) return { startedOn, deadline: null, provisional: false };
  return {
    startedOn,
    ...calendar.addWorkingDays(startedOn, remainingDays({ limitDays, ...counts })),
  };
}

/** Working days left of a limit with its extension. */
export function remainingDays({ limitDays, usedBefore, extendedBy }: Counts<number>): number {
  return Math.max(0, limitDays + extendedBy - usedBefore);
}
