import type { CalendarDay, Visit } from '../api.ts';

/** A stretch of the axis, in days from its first one. */
export type Stretch = { from: number; to: number };
export type Segment = Stretch & { colour: 'green' | 'amber' | 'red' | 'untimed'; sure: boolean };

/** The days of a scenario side by side; positions are days from the filing. */
export type Axis = {
  length: number;
  /** The position of a day; the border of the axis for one outside. */
  position(day: string): number;
  /** Days that do not count, one after another taken together; and those worked instead. */
  rest: (Stretch & { kind: 'weekend' | 'holiday' | 'make-up' })[];
  months: { at: number; label: string }[];
};

/** Labels closer than this, as a share of the axis, would touch. */
const LEAST_LABEL = 0.09;

export function axisOf(days: CalendarDay[]): Axis {
  const first = days[0]?.date ?? '';
  const positions = new Map(days.map(({ date }, i) => [date, i]));
  // One day more, so that the last one has a width.
  const length = days.length + 1;
  return {
    length,
    position: (day) => positions.get(day) ?? (day < first ? 0 : length),
    rest: restOf(days),
    months: monthsOf(days, length),
  };
}

function restOf(days: CalendarDay[]): Axis['rest'] {
  const stretches: Axis['rest'] = [];
  days.forEach(({ kind }, i) => {
    if (kind === 'workday') return;
    const last = stretches.at(-1);
    if (last && last.kind === kind && last.to === i) last.to = i + 1;
    else stretches.push({ from: i, to: i + 1, kind });
  });
  return stretches;
}

function monthsOf(days: CalendarDay[], length: number): Axis['months'] {
  const months = days.flatMap(({ date }, i) => (date.endsWith('-01') ? [{ at: i, date }] : []));
  const marks: Axis['months'] = [{ at: 0, label: days[0]?.date ?? '' }];
  for (const { at, date } of months) {
    const before = marks.at(-1)?.at ?? 0;
    const room = (length - at) / length >= LEAST_LABEL;
    if (room && (at - before) / length >= (marks.length === 1 ? 1.6 : 1) * LEAST_LABEL) {
      marks.push({ at, label: date.slice(0, 7) });
    }
  }
  return marks;
}

/**
 * The bar of a visit: in the colours its lamp has had and, after the day the scenario has come to, will have if
 * nobody acts. An open step that is over its deadline goes on until that day.
 */
export function segmentsOf(visit: Visit, axis: Axis, now: string): Segment[] {
  const { openedOn, closedOn, deadline, lamps } = visit;
  const start = axis.position(openedOn);
  // The day it ends on belongs to it.
  const after = (day: string) => axis.position(day) + 1;
  const known = Math.max(after(closedOn ?? now), start + 1);
  const end = closedOn === null ? Math.max(known, after(deadline ?? now)) : known;
  const turns = [
    { at: start, colour: deadline === null ? ('untimed' as const) : ('green' as const) },
    ...lamps.map(({ on, lamp }) => ({ at: axis.position(on), colour: lamp })),
  ];
  return turns.flatMap(({ at, colour }, i) => {
    const to = Math.min(turns[i + 1]?.at ?? end, end);
    return [
      { from: at, to: Math.min(to, known), colour, sure: true },
      { from: Math.max(at, known), to, colour, sure: false },
    ].filter((segment) => segment.to > segment.from);
  });
}
