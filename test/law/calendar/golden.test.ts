import { describe, expect, test } from '@jest/globals';
import { loadCalendar } from '../../../files/holidays.ts';
import type { Interval } from '../../../law/calendar/index.ts';
import { next, range, worksByNotices } from './oracle.ts';
import { configuredHolidays, fixture } from './support.ts';

type Case = { start: string; days: number; excluded: Interval[]; deadline: string };

const calendar = loadCalendar(configuredHolidays);

describe('golden cases', () => {
  const cases = fixture<Case[]>('cases.json');

  test.each(cases)('$start + $days, excluded $excluded → $deadline', (one) => {
    const { start, days, excluded, deadline } = one;

    expect(calendar.addWorkingDays(start, days, excluded)).toEqual({
      deadline,
      provisional: false,
    });

    const counted = calendar.explain(start, deadline, excluded).filter((day) => day.counted);
    expect(counted).toHaveLength(days);
    expect(counted.at(-1)?.date).toBe(deadline);
  });
});

describe('the notices of 2018–2026', () => {
  const days = range('2018-01-01/2026-12-31');

  test('cover every day', () => expect(days).toHaveLength(3287));

  test('agree with the calendar on every day, and none is provisional', () => {
    const wrong = days.filter(
      (date) =>
        calendar.isWorkingDay(date) !== worksByNotices(date) || calendar.isProvisional(date),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ['2026-02-14', 'make-up', '春节'],
    ['2026-02-15', 'holiday', '春节'],
    ['2018-12-29', 'make-up', '元旦'],
    ['2018-12-31', 'holiday', '元旦'],
    ['2026-03-01', 'weekend', undefined],
    ['2026-03-02', 'workday', undefined],
  ])('%s is a %s day of %s', (date, kind, name) => {
    const [day] = calendar.explain(next(date, -1), date);
    expect(day).toEqual({
      date,
      kind,
      counted: kind === 'make-up' || kind === 'workday',
      provisional: false,
      ...(name && { name }),
    });
  });
});
