import { expect, test } from '@jest/globals';
import { startClock } from '../../../law/clock/start-clock.ts';
import { calendar } from '../../workers/support/builders.ts';

const start = (limitDays: number | null, usedBefore: number, openedAt: string, extendedBy = 0) =>
  startClock({ limitDays, usedBefore, extendedBy }, new Date(openedAt), calendar);

test('the day of opening does not count', () => {
  expect(start(1, 0, '2031-09-22T08:00:00+08:00')).toEqual({
    startedOn: '2031-09-22',
    deadline: '2031-09-23',
    provisional: false,
  });
});

test('days off do not count, make-up days do', () => {
  expect(start(5, 0, '2031-09-26T16:00:00+08:00').deadline).toBe('2031-10-10');
});

test('a later visit has what the earlier ones left', () => {
  expect(start(15, 10, '2031-09-22T08:00:00+08:00').deadline).toBe('2031-09-28');
});

test.each([
  ['exactly used up', 15],
  ['overdrawn', 19],
])('with the limit %s it is due on the day it opens', (_name, usedBefore) => {
  expect(start(15, usedBefore, '2031-09-22T08:00:00+08:00').deadline).toBe('2031-09-22');
});

test('an extension is added to what is left, also when the limit was overdrawn', () => {
  const { deadline } = calendar.addWorkingDays('2031-09-22', 11);
  expect(start(15, 14, '2031-09-22T08:00:00+08:00', 10).deadline).toBe(deadline);
  expect(start(15, 24, '2031-09-22T08:00:00+08:00', 10).deadline).toBe('2031-09-23');
});

test('with nothing left it is due on the next working day when it opens on a rest day', () => {
  expect(start(15, 15, '2031-10-03T08:00:00+08:00').deadline).toBe('2031-10-09');
});

test('the day is that of Shanghai', () => {
  expect(start(1, 0, '2031-09-22T23:30:00Z').startedOn).toBe('2031-09-23');
});

test('a deadline in a year without a notice is provisional', () => {
  expect(start(20, 0, '2032-12-20T08:00:00+08:00').provisional).toBe(true);
});

test('an untimed step has no deadline', () => {
  expect(start(null, 0, '2031-09-22T08:00:00+08:00')).toEqual({
    startedOn: '2031-09-22',
    deadline: null,
    provisional: false,
  });
});
