import { describe, expect, test } from '@jest/globals';
import { clockForTask } from '../../../workers/open-task/clock-for-task.ts';
import { aStoredClock, calendar } from '../support/builders.ts';

const now = new Date('2031-09-05T10:00:00+08:00');
const forTask = (some = {}) => clockForTask(aStoredClock(some), now, calendar);

test('a timed step shows its deadline, what is left and when its reminder starts', () => {
  expect(forTask({ usedBefore: 3 })).toEqual({
    dueDate: '2031-09-26T23:59:59+08:00',
    clock: {
      limit: 15,
      used: 3,
      extension: 0,
      remaining: 12,
      deadline: '2031-09-26',
      provisional: false,
      remindFrom: '2031-09-19T09:00:00+08:00',
      text: '截止日期 2031-09-26。依据第二十五条，时限 15 个工作日，此前已用 3 个。',
    },
  });
});

test('nothing less than nothing is left', () => {
  expect(forTask({ usedBefore: 15 }).clock).toMatchObject({ remaining: 0 });
  expect(forTask({ usedBefore: 20 }).clock).toMatchObject({ remaining: 0 });
});

test('an extension shows in what is left and in words', () => {
  expect(forTask({ usedBefore: 14, extendedBy: 20 }).clock).toMatchObject({
    used: 14,
    extension: 20,
    remaining: 21,
    text: '截止日期 2031-09-26。依据第二十五条，时限 15 个工作日，已批准延期 20 个工作日，此前已用 14 个。',
  });
});

test('an untimed step has no due date and says so', () => {
  expect(forTask({ limitDays: null, deadline: null })).toEqual({
    dueDate: null,
    clock: { limit: null, text: '依据第二十五条，本环节没有法定时限。' },
  });
});

describe('the line on the form', () => {
  test('does not speak of days used on a first visit', () => {
    expect(forTask().clock.text).toBe('截止日期 2031-09-26。依据第二十五条，时限 15 个工作日。');
  });

  test('says when the deadline is provisional', () => {
    expect(forTask({ provisional: true }).clock.text).toContain(
      '2031-09-26（暂定：该年度放假安排尚未公布）',
    );
  });
});
