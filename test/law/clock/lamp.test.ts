import { describe, expect, test } from '@jest/globals';
import { lampOn } from '../../../law/clock/lamp.ts';
import { calendar } from '../../workers/support/builders.ts';

const FRIDAY = '2031-09-26';

describe('before the deadline', () => {
  test('three working days before it is green', () => {
    expect(lampOn('2031-09-23', FRIDAY, calendar)).toEqual({ colour: 'green' });
  });

  test('two working days before it is amber', () => {
    expect(lampOn('2031-09-24', FRIDAY, calendar)).toEqual({ colour: 'amber', daysLeft: 2 });
  });

  test('one working day before it is amber', () => {
    expect(lampOn('2031-09-25', FRIDAY, calendar)).toEqual({ colour: 'amber', daysLeft: 1 });
  });

  test('days off between do not count, a make-up day does', () => {
    expect(lampOn('2031-09-28', '2031-10-09', calendar)).toEqual({ colour: 'green' });
    expect(lampOn('2031-09-29', '2031-10-09', calendar)).toEqual({ colour: 'amber', daysLeft: 2 });
    expect(lampOn('2031-10-08', '2031-10-09', calendar)).toEqual({ colour: 'amber', daysLeft: 1 });
  });
});

describe('from the deadline on', () => {
  test('the day itself is the first red day', () => {
    expect(lampOn(FRIDAY, FRIDAY, calendar)).toEqual({ colour: 'red', day: 1, escalated: false });
  });

  test('a Saturday adds no red day, a Sunday that is worked does', () => {
    expect(lampOn('2031-09-27', FRIDAY, calendar)).toMatchObject({ day: 1 });
    expect(lampOn('2031-09-28', FRIDAY, calendar)).toMatchObject({ day: 2 });
  });

  test('the fourth red day is not escalated, the fifth is', () => {
    expect(lampOn('2031-09-30', FRIDAY, calendar)).toMatchObject({ day: 4, escalated: false });
    expect(lampOn('2031-10-08', FRIDAY, calendar)).toMatchObject({ day: 4, escalated: false });
    expect(lampOn('2031-10-09', FRIDAY, calendar)).toMatchObject({ day: 5, escalated: true });
  });
});
