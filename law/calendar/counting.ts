import type { DayIndex } from './day-index.ts';
import { assertWholeNumber } from './errors.ts';
import { unionOfStops } from './stops.ts';
import type { Deadline, Interval, IsoDate } from './types.ts';

/** See Calendar.addWorkingDays. */
export function addWorkingDays(
  index: DayIndex,
  start: IsoDate,
  days: number,
  excluded: readonly Interval[],
): Deadline {
  assertWholeNumber(days, '天数');
  const position = index.position(start);
  // No days at all is the first counted day, the start itself included.
  const first = days === 0 ? position : position + 1;
  let ordinal = index.workingBefore(first) + Math.max(days, 1);
  for (const stop of unionOfStops(index, excluded)) {
    if (stop.last < first) continue;
    if (index.workingPosition(ordinal) < stop.first) break;
    ordinal +=
      index.workingBefore(stop.last + 1) - index.workingBefore(Math.max(stop.first, first));
  }
  const last = index.workingPosition(ordinal);
  return { deadline: index.day(last).date, provisional: index.anyProvisional(first, last) };
}

/** See Calendar.subtractWorkingDays. */
export function subtractWorkingDays(index: DayIndex, date: IsoDate, days: number): IsoDate {
  assertWholeNumber(days, '天数');
  const position = index.position(date);
  const ordinal =
    days === 0 ? index.workingBefore(position + 1) : index.workingBefore(position) - days + 1;
  return index.day(index.workingPosition(ordinal)).date;
}

/** See Calendar.countWorkingDays. */
export function countWorkingDays(index: DayIndex, after: IsoDate, until: IsoDate): number {
  const from = index.position(after);
  const to = index.position(until);
  return to <= from ? 0 : index.workingBefore(to + 1) - index.workingBefore(from + 1);
}
