import { describe, expect, test } from '@jest/globals';
import { loadCalendar } from '../../../files/holidays.ts';
import { createCalendar } from '../../../law/calendar/calendar.ts';
import { packageNotices } from '../../../law/calendar/package-notices.ts';
import { range } from './oracle.ts';
import { fixture, holidays2027, withFolder } from './support.ts';

// Cut off at 2026, so that these tests outlive the package's next release.
const known = [...packageNotices()].filter(([year]) => year <= 2026);
const calendar = createCalendar(new Map(known));
const announced = loadCalendar(holidays2027);
const movable = fixture<Record<string, string[]>>('movable-holidays.json');

describe.each(Object.entries(movable))('%s has no notice yet', (year, lunarDays) => {
  test('the thirteen statutory days and the weekends are off, nothing else', () => {
    const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
    const holidays = new Set([...fixed.map((day) => `${year}-${day}`), ...lunarDays]);
    const days = calendar.explain(`${Number(year) - 1}-12-31`, `${year}-12-31`);

    const off = days.filter(({ kind }) => kind === 'holiday').map(({ date }) => date);
    expect(off).toEqual([...holidays].sort());
    const expected = range(`${year}-01-01/${year}-12-31`).filter(
      (date) => !holidays.has(date) && new Date(date).getUTCDay() % 6 !== 0,
    );
    expect(days.filter(({ counted }) => counted).map(({ date }) => date)).toEqual(expected);
    expect(days.every(({ provisional }) => provisional)).toBe(true);
  });
});

describe('a deadline is provisional', () => {
  test.each([
    ['when it lies in the year without a notice', '2026-12-25', 10, true],
    ['not when it ends on the last day before', '2026-12-30', 1, false],
    ['from the first day after', '2026-12-31', 1, true],
    ['not with no days on the last working day', '2026-12-31', 0, false],
    ['with no days in the year itself', '2027-01-01', 0, true],
  ])('%s', (_, start, days, provisional) => {
    expect(calendar.addWorkingDays(start, days).provisional).toBe(provisional);
  });

  test('also when the notice of a later year is known', () => {
    const gap = createCalendar(new Map([...known, [2028, { year: 2028, days: new Map() }]]));
    const crossing = gap.addWorkingDays('2026-12-01', 300);
    expect(crossing.deadline.slice(0, 4)).toBe('2028');
    expect(crossing.provisional).toBe(true);
    expect(gap.addWorkingDays('2028-03-01', 5).provisional).toBe(false);
  });

  test('also one in months, and only when its last days are', () => {
    expect(calendar.addMonths('2026-11-02', 2)).toEqual({
      deadline: '2027-01-04',
      provisional: true,
    });
    expect(calendar.addMonths('2026-06-30', 6).provisional).toBe(false);
  });

  test('in any year to come', () => {
    expect(calendar.isProvisional('2099-06-01')).toBe(true);
  });
});

describe('when the notice is loaded', () => {
  test('its days replace the provisional ones', () => {
    expect(calendar.isWorkingDay('2027-02-09')).toBe(true);
    expect(announced.isWorkingDay('2027-02-09')).toBe(false);
    expect(announced.isWorkingDay('2027-02-13')).toBe(true);
    expect(announced.isProvisional('2027-02-09')).toBe(false);
    expect(announced.isProvisional('2099-02-09')).toBe(true);
    expect(announced.explain('2027-02-12', '2027-02-13')).toEqual([
      { date: '2027-02-13', kind: 'make-up', counted: true, provisional: false, name: '春节' },
    ]);
  });

  test('deadlines move and are final', () => {
    expect(calendar.addWorkingDays('2027-02-04', 3)).toEqual({
      deadline: '2027-02-11',
      provisional: true,
    });
    expect(announced.addWorkingDays('2027-02-04', 3)).toEqual({
      deadline: '2027-02-15',
      provisional: false,
    });
  });

  test('it changes the last days of the year before, and only those', () => {
    expect(calendar.isWorkingDay('2026-12-31')).toBe(true);
    expect(announced.isWorkingDay('2026-12-31')).toBe(false);
    expect(announced.isWorkingDay('2026-12-26')).toBe(true);
    expect(announced.isWorkingDay('2026-10-10')).toBe(true);
    expect(announced.isWorkingDay('2026-10-07')).toBe(false);
  });
});

test('a file wins over the package, whose next notice still changes its last days', () => {
  const text = 'year: 2018\nnotice: 测试\noff: [2018-01-02]\nwork: [2018-01-06]\n';
  const changed = withFolder({ '2018.yaml': text }, loadCalendar);
  expect(changed.isWorkingDay('2018-01-01')).toBe(true);
  expect(changed.isWorkingDay('2018-01-02')).toBe(false);
  expect(changed.isWorkingDay('2018-01-06')).toBe(true);
  expect(changed.isWorkingDay('2018-10-01')).toBe(true);
  expect(changed.isWorkingDay('2018-12-29')).toBe(true);
  expect(changed.isWorkingDay('2018-12-31')).toBe(false);
});
