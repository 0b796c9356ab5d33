import { dayNumber, yearOf } from './dates.ts';
import { CalendarError } from './errors.ts';
import type { IsoDate } from './types.ts';
import type { CalendarDay } from './year-days.ts';

/** The package's data is checked against the notices from here on. */
export const FIRST_YEAR = 2018;
/** As far as the lunar tables reach; a limit that ends later is a slip. */
export const LAST_YEAR = 2100;

/**
 * Positions count days from the first of FIRST_YEAR. Sums over any range are two look-ups, and so
 * is the n-th working day: nothing walks over days.
 */
export interface DayIndex {
  position(date: IsoDate): number;
  day(position: number): CalendarDay;
  /** Working days before that position. */
  workingBefore(position: number): number;
  /** Position of the `ordinal`-th working day, the first being 1. */
  workingPosition(ordinal: number): number;
  /** Whether a day from `from` to `to`, both positions inclusive, is provisional. */
  anyProvisional(from: number, to: number): boolean;
}

/** Years are read when a date first needs them, so a start does not pay for the year 2100. */
export function createDayIndex(daysOf: (year: number) => CalendarDay[]): DayIndex {
  const origin = dayNumber(`${FIRST_YEAR}-01-01`);
  const positions = new Map<IsoDate, number>();
  const days: CalendarDay[] = [];
  const working: number[] = [];
  const workingBefore: number[] = [0];
  const provisionalBefore: number[] = [0];
  let nextYear = FIRST_YEAR;

  function grow(): void {
    if (nextYear > LAST_YEAR) throw outOfRange(`${LAST_YEAR} 年以后`);
    let provisional = provisionalBefore.at(-1) ?? 0;
    for (const day of daysOf(nextYear)) {
      positions.set(day.date, days.length);
      if (day.counted) working.push(days.length);
      if (day.provisional) provisional += 1;
      days.push(day);
      workingBefore.push(working.length);
      provisionalBefore.push(provisional);
    }
    nextYear += 1;
  }

  function lookUp<T>(list: readonly T[], i: number): T {
    while (i >= list.length) grow();
    const found = list[i];
    if (found === undefined) throw outOfRange(`${FIRST_YEAR} 年以前`);
    return found;
  }

  return {
    position(date) {
      const known = positions.get(date);
      if (known !== undefined) return known;
      const position = dayNumber(date) - origin;
      if (position < 0 || yearOf(date) > LAST_YEAR) throw outOfRange(date);
      return position;
    },
    day: (position) => lookUp(days, position),
    workingBefore: (position) => lookUp(workingBefore, position),
    workingPosition: (ordinal) => lookUp(working, ordinal - 1),
    anyProvisional: (from, to) =>
      lookUp(provisionalBefore, to + 1) > lookUp(provisionalBefore, from),
  };
}

/** `what` the calendar does not cover, in Chinese. */
export function outOfRange(what: string): CalendarError {
  return new CalendarError(
    'out-of-range',
    `日历覆盖 ${FIRST_YEAR} 年至 ${LAST_YEAR} 年,不含 ${what},请改正日期或天数。`,
  );
}
