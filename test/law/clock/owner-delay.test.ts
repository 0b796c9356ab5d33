import { describe, expect, test } from '@jest/globals';
import { ownerDelay } from '../../../law/clock/owner-delay.ts';
import { aStoredClock, calendar } from '../../workers/support/builders.ts';

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
    clock({ usedBefore: 17, startedOn: '2031-09-29', deadline: '2031-09-29' }),
  ];
  expect(ownerDelay(visits, '2031-10-09', calendar)).toBe(4);
});

test('an untimed step has no delay', () => {
  expect(ownerDelay([clock({ limitDays: null, deadline: null })], '2031-12-01', calendar)).toBe(0);
});

describe('a step that was given more time', () => {
  test('before its deadline has no delay until the longer limit is over', () => {
    const visits = [
      clock({ deadline: '2031-09-26', closedOn: '2031-09-25', closeReason: 'completed' }),
      clock({ usedBefore: 14, extendedBy: 3, startedOn: '2031-09-25', deadline: '2031-09-30' }),
    ];
    expect(ownerDelay(visits, '2031-09-30', calendar)).toBe(0);
    expect(ownerDelay(visits, '2031-10-09', calendar)).toBe(1);
  });

  // Two days late when it was asked for.
  const late = clock({ closedOn: '2031-09-29', closeReason: 'completed' });

  test('too late is late until the request is granted', () => {
    expect(ownerDelay([late], '2031-10-20', calendar)).toBe(2);
    const refused = clock({ usedBefore: 17, startedOn: '2031-10-09', deadline: '2031-10-09' });
    expect(ownerDelay([late, refused], '2031-10-10', calendar)).toBe(3);
  });

  test('too late takes back the days the extension covers, so that none counts twice', () => {
    const covered = clock({
      ...{ usedBefore: 17, extendedBy: 5, startedOn: '2031-10-09', deadline: '2031-10-13' },
    });
    expect(ownerDelay([late, covered], '2031-10-13', calendar)).toBe(0);
    expect(ownerDelay([late, covered], '2031-10-14', calendar)).toBe(1);
    const partly = clock({
      ...{ usedBefore: 17, extendedBy: 1, startedOn: '2031-10-09', deadline: '2031-10-09' },
    });
    expect(ownerDelay([late, partly], '2031-10-10', calendar)).toBe(2);
  });

  test('takes back nothing of another step, nor of an earlier limit of its own', () => {
    const other = clock({ usedBefore: 2, extendedBy: 5, elementId: 'Task_PrepareBudget' });
    expect(ownerDelay([late, other], '2031-09-26', calendar)).toBe(2);
    const anew = [
      clock({ startedOn: '2031-10-09', deadline: '2031-10-16', closedOn: '2031-10-10' }),
      clock({ usedBefore: 1, extendedBy: 5, startedOn: '2031-10-10', deadline: '2031-10-23' }),
    ];
    expect(ownerDelay([late, ...anew], '2031-10-20', calendar)).toBe(2);
  });
});
