import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { remindFrom } from '../../../law/clock/remind-from.ts';
import { calendar } from '../../workers/support/builders.ts';

const from = (deadline: string, now: string) => remindFrom(deadline, new Date(now), calendar);

test('it starts five working days before the deadline at nine', () => {
  expect(from('2031-09-26', '2031-09-05T10:00:00+08:00')).toBe('2031-09-19T09:00:00+08:00');
  expect(from('2031-10-10', '2031-09-05T10:00:00+08:00')).toBe('2031-09-26T09:00:00+08:00');
});

test('nearer to the deadline it starts at the next nine', () => {
  expect(from('2031-09-26', '2031-09-24T08:00:00+08:00')).toBe('2031-09-24T09:00:00+08:00');
  expect(from('2031-09-26', '2031-09-24T09:00:00+08:00')).toBe('2031-09-25T09:00:00+08:00');
});

test('a start that would be past before the engine hears of it is not used', () => {
  expect(from('2031-09-26', '2031-09-19T08:59:30+08:00')).toBe('2031-09-20T09:00:00+08:00');
  expect(from('2031-09-26', '2031-09-24T08:59:30+08:00')).toBe('2031-09-25T09:00:00+08:00');
});

test('a deadline long past still gets a start ahead', () => {
  expect(from('2031-09-26', '2031-11-05T23:59:00+08:00')).toBe('2031-11-06T09:00:00+08:00');
});

// A timer cycle whose start is past waits a whole period (camunda/camunda#38987).
test('whatever the deadline and the time, it is ahead and at nine in Shanghai', () => {
  const minutesOf2031 = fc.integer({ min: 0, max: 365 * 24 * 60 });
  fc.assert(
    fc.property(minutesOf2031, fc.integer({ min: 0, max: 30 }), (minute, limit) => {
      const now = new Date(Date.parse('2031-01-01T00:00:00+08:00') + minute * 60_000);
      const { deadline } = calendar.addWorkingDays(now.toISOString().slice(0, 10), limit);
      const start = remindFrom(deadline, now, calendar);
      expect(Date.parse(start)).toBeGreaterThan(now.getTime());
      expect(start).toMatch(/T09:00:00\+08:00$/);
    }),
  );
});
