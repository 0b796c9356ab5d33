import type { DayIndex } from './day-index.ts';
import { unionOfStops } from './stops.ts';
import type { Interval, IsoDate, TraceDay } from './types.ts';

/** See Calendar.explain. */
export function explain(
  index: DayIndex,
  start: IsoDate,
  until: IsoDate,
  excluded: readonly Interval[],
): TraceDay[] {
  const stops = unionOfStops(index, excluded);
  const first = index.position(start) + 1;
  const length = Math.max(0, index.position(until) - first + 1);
  return Array.from({ length }, (_, i): TraceDay => {
    const position = first + i;
    const stopped = stops.some((stop) => stop.first <= position && position <= stop.last);
    const day = index.day(position);
    return stopped ? { ...day, kind: 'stopped', counted: false } : { ...day };
  });
}
