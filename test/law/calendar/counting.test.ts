import { describe, expect, test } from '@jest/globals';
import { loadCalendar } from '../../../files/holidays.ts';
import { CalendarError } from '../../../law/calendar/index.ts';
import { configuredHolidays } from './support.ts';

const calendar = loadCalendar(configuredHolidays);

describe('no days at all', () => {
  test.each([
    ['a working day is its own end', '2026-03-02', [], '2026-03-02'],
    ['a make-up Saturday is its own end', '2026-02-28', [], '2026-02-28'],
    ['a weekend ends on Monday', '2026-03-07', [], '2026-03-09'],
    ['a holiday ends on the next working day', '2026-10-01', [], '2026-10-08'],
    [
      'a stopped start moves on',
      '2026-03-02',
      [{ from: '2026-03-02', to: '2026-03-03' }],
      '2026-03-04',
    ],
  ])('%s', (_, start, excluded, deadline) => {
    expect(calendar.addWorkingDays(start, 0, excluded).deadline).toBe(deadline);
  });

  test('back from a rest day is the working day before it', () => {
    expect(calendar.subtractWorkingDays('2026-10-05', 0)).toBe('2026-09-30');
    expect(calendar.subtractWorkingDays('2026-09-30', 0)).toBe('2026-09-30');
  });
});

test('stops before the start and after the end change nothing', () => {
  const excluded = [
    { from: '2026-02-24', to: '2026-03-02' },
    { from: '2026-03-10', to: '2026-03-20' },
  ];
  expect(calendar.addWorkingDays('2026-03-02', 5, excluded).deadline).toBe('2026-03-09');
});

test('the trace names stopped days whatever else they are', () => {
  const stop = [{ from: '2026-10-06', to: '2026-10-09' }];
  const trace = calendar.explain('2026-10-05', '2026-10-10', stop);
  expect(trace.map(({ kind, counted }) => [kind, counted])).toEqual([
    ['stopped', false],
    ['stopped', false],
    ['stopped', false],
    ['stopped', false],
    ['make-up', true],
  ]);
});

test('counting backwards is nothing', () => {
  expect(calendar.countWorkingDays('2026-03-09', '2026-03-02')).toBe(0);
});

describe('months', () => {
  test.each([
    ['the same day of the month', '2026-03-10', 3, '2026-06-10'],
    ['the last day where the month is too short', '2025-10-31', 4, '2026-02-28'],
    ['the last day of February in a leap year', '2023-11-30', 3, '2024-02-29'],
    ['over the year', '2025-09-16', 6, '2026-03-16'],
    ['on from a holiday', '2026-07-02', 3, '2026-10-08'],
    ['on from a weekend', '2026-02-16', 3, '2026-05-18'],
    ['on from a Sunday', '2026-04-07', 2, '2026-06-08'],
    ['a make-up Saturday counts', '2026-04-09', 1, '2026-05-09'],
    ['December', '2025-06-11', 6, '2025-12-11'],
    ['none', '2026-03-01', 0, '2026-03-02'],
  ])('%s: %s + %i → %s', (_, start, months, deadline) => {
    expect(calendar.addMonths(start, months)).toEqual({ deadline, provisional: false });
  });
});

describe('refused', () => {
  const day = '2026-03-02';
  const reversed = [{ from: '2026-03-05', to: '2026-03-04' }];
  const badStop = [{ from: '2026-02-29', to: '2026-03-04' }];
  const cases: [string, string, () => unknown][] = [
    ['a day that does not exist', 'bad-date', () => calendar.isWorkingDay('2026-02-30')],
    ['a month that does not exist', 'bad-date', () => calendar.isProvisional('2026-13-01')],
    ['another way to write it', 'bad-date', () => calendar.addWorkingDays('2026-3-2', 1)],
    ['an instant', 'bad-date', () => calendar.countWorkingDays(`${day}T00:00:00Z`, day)],
    ['nothing', 'bad-date', () => calendar.subtractWorkingDays('', 1)],
    ['a bad end', 'bad-date', () => calendar.explain(day, '2026-02-30')],
    ['a bad day for months', 'bad-date', () => calendar.addMonths('2026-02-29', 1)],
    ['a bad day in a stop', 'bad-date', () => calendar.addWorkingDays(day, 1, badStop)],
    ['a reversed stop', 'bad-interval', () => calendar.addWorkingDays(day, 1, reversed)],
    ['negative days', 'bad-number', () => calendar.addWorkingDays(day, -1)],
    ['half a day', 'bad-number', () => calendar.subtractWorkingDays(day, 0.5)],
    ['no number of months', 'bad-number', () => calendar.addMonths(day, Number.NaN)],
    ['before the first year', 'out-of-range', () => calendar.isWorkingDay('2017-12-31')],
    ['after the last year', 'out-of-range', () => calendar.isWorkingDay('2101-01-01')],
    [
      'a count over the first day',
      'out-of-range',
      () => calendar.subtractWorkingDays('2018-01-03', 9),
    ],
    ['a limit that never ends', 'out-of-range', () => calendar.addWorkingDays(day, 1e9)],
    ['months that never end', 'out-of-range', () => calendar.addMonths(day, 1e12)],
  ];

  test.each(cases)('%s: %s', (_, code, call) => {
    let thrown: unknown;
    try {
      call();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(CalendarError);
    expect(thrown).toMatchObject({ code, message: expect.stringMatching(/[一-鿿].*。$/) });
  });
});
