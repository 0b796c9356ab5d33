import { expect, test } from '@jest/globals';
import { ownerDelay } from '../../../workers/remind/owner-delay.ts';
import { aStoredClock, calendar } from '../support/builders.ts';

// Deadline Friday, 26 September; 28 (make-up), 29, 30 September and 9 October are the working days after it.
const clock = (some = {}) => aStoredClock({ role: 'owner', ...some });

test('an open clock counts the working days past its deadline, today included', () => {
  expect(ownerDelay([clock()], '2031-09-26', calendar)).toBe(0);
  expect(ownerDelay([clock()], '2031-09-27', calendar)).toBe(0);
  expect(ownerDelay([clock()], '2031-09-28', calendar)).toBe(1);
  expect(ownerDelay([clock()], '2031-10-09', calendar)).toBe(4);
});

test('a closed clock counts until it was closed, whatever the day is', () => {
  const closed = clock({ closedOn: '2031-09-29', closeReason: 'completed' });
  expect(ownerDelay([closed], '2031-10-20', calendar)).toBe(2);
});

test('a clock closed in time counts nothing', () => {
  expect(ownerDelay([clock({ closedOn: '2031-09-26' })], '2031-10-20', calendar)).toBe(0);
});

test('a void completion does not stop the delay: the visits before and after it add up to the days in between', () => {
  const visits = [
    clock({ closedOn: '2031-09-29', closeReason: 'void' }),
    // Opened anew on the 29th with nothing left of its limit.
    clock({ startedOn: '2031-09-29', deadline: '2031-09-29' }),
  ];
  expect(ownerDelay(visits, '2031-10-09', calendar)).toBe(4);
});

test('an untimed step has no delay', () => {
  expect(ownerDelay([clock({ limitDays: null, deadline: null })], '2031-12-01', calendar)).toBe(0);
});
