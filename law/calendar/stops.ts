import type { DayIndex } from './day-index.ts';
import { CalendarError } from './errors.ts';
import type { Interval } from './types.ts';

/** Positions of the day index, both inclusive. */
export type Stop = { first: number; last: number };

/** The union of the intervals, in order. Throws `bad-interval` when one is reversed. */
export function unionOfStops(index: DayIndex, intervals: readonly Interval[]): Stop[] {
  const stops = intervals.map((interval) => stopOf(index, interval));
  stops.sort((a, b) => a.first - b.first);
  const union: Stop[] = [];
  for (const stop of stops) {
    const previous = union.at(-1);
    if (previous && stop.first <= previous.last + 1) {
      previous.last = Math.max(previous.last, stop.last);
    } else {
      union.push(stop);
    }
  }
  return union;
}

function stopOf(index: DayIndex, { from, to }: Interval): Stop {
  const stop = { first: index.position(from), last: index.position(to) };
  if (stop.first > stop.last) {
    throw new CalendarError(
      'bad-interval',
      `区间 ${from} 至 ${to} 起止颠倒,请把较早的日期写在前。`,
    );
  }
  return stop;
}
