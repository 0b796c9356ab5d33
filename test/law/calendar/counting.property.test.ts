import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadCalendar } from '../../../files/holidays.ts';
import { countAfter, next, type Works, walkBack, walkForward, worksByNotices } from './oracle.ts';
import { configuredHolidays } from './support.ts';

const calendar = loadCalendar(configuredHolidays);

const spans: [string, string, number, Works][] = [
  ['years with notices', '2019-01-01', 2000, worksByNotices],
  // The days themselves are checked elsewhere; here it is the arithmetic over the year's edge.
  ['provisional years', '2026-06-01', 4000, (date) => calendar.isWorkingDay(date)],
];

describe.each(spans)('in %s', (_, first, length, works) => {
  const date = fc.nat(length).map((days) => next(first, days));
  const days = fc.nat(150);
  const excluded = fc.array(fc.tuple(fc.integer({ min: -40, max: 260 }), fc.nat(40)), {
    maxLength: 6,
  });

  test('adding with excluded intervals is what walking day by day gives', () => {
    fc.assert(
      fc.property(date, days, excluded, (start, n, gaps) => {
        const intervals = gaps.map(([offset, extra]) => ({
          from: next(start, offset),
          to: next(start, offset + extra),
        }));
        const { deadline } = calendar.addWorkingDays(start, n, intervals);
        expect(deadline).toBe(walkForward(works, start, n, intervals));

        const trace = calendar.explain(start, deadline, intervals);
        const counted = trace.filter((day) => day.counted).length;
        // With no days at all the end is the next counted day, or the start itself.
        expect(counted).toBe(n === 0 && deadline !== start ? 1 : n);
      }),
      { numRuns: 1000 },
    );
  });

  test('counting and subtracting are what walking day by day gives', () => {
    fc.assert(
      fc.property(date, date, days, (one, other, n) => {
        expect(calendar.countWorkingDays(one, other)).toBe(countAfter(works, one, other));
        expect(calendar.subtractWorkingDays(one, n)).toBe(walkBack(works, one, n));
      }),
      { numRuns: 300 },
    );
  });

  test('adding, counting and subtracting undo each other', () => {
    fc.assert(
      fc.property(date, days, (from, n) => {
        const start = calendar.addWorkingDays(from, 0).deadline;
        const { deadline } = calendar.addWorkingDays(start, n);
        expect(calendar.countWorkingDays(start, deadline)).toBe(n);
        expect(calendar.subtractWorkingDays(deadline, n)).toBe(start);
      }),
      { numRuns: 300 },
    );
  });
});
