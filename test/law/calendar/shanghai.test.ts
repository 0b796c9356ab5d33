import { expect, test } from '@jest/globals';
import { CalendarError, shanghaiDate, shanghaiTime } from '../../../law/calendar/index.ts';

test.each([
  ['2026-10-08T15:59:59.999Z', '2026-10-08'],
  ['2026-10-08T16:00:00.000Z', '2026-10-09'],
  ['2026-12-31T16:00:00Z', '2027-01-01'],
])('at %s it is %s in Shanghai', (instant, date) => {
  expect(shanghaiDate(new Date(instant))).toBe(date);
});

test('a time of a day in Shanghai is an instant', () => {
  const text = shanghaiTime('2026-10-09', '09:00:00');
  expect(text).toBe('2026-10-09T09:00:00+08:00');
  expect(new Date(text).toISOString()).toBe('2026-10-09T01:00:00.000Z');
});

test.each([
  ['2026-02-30', '09:00:00'],
  ['2026-02-28', '24:00:00'],
  ['2026-02-28', '9:00'],
])('%s %s is refused', (date, time) => {
  expect(() => shanghaiTime(date, time)).toThrow(CalendarError);
});

test('an invalid instant is refused', () => {
  expect(() => shanghaiDate(new Date('x'))).toThrow(CalendarError);
});
