import { describe, expect, test } from '@jest/globals';
import { noticesIn } from '../../../models/notices.ts';
import type { StoredClock } from '../../../records/index.ts';
import { reminder } from '../../../workers/remind/reminder.ts';
import { aStoredClock, aTask, calendar, directory, modelsFolder } from '../support/builders.ts';

const deps = { directory, calendar: () => calendar, notices: noticesIn(modelsFolder) };
const on = (today: string, some: Partial<StoredClock> = {}) =>
  reminder(aStoredClock(some), today, aTask(), deps);

describe('a clock whose deadline is Friday, 26 September', () => {
  test('owes nothing three working days before', () => {
    expect(on('2031-09-23')).toEqual([]);
  });

  test('owes an amber reminder to its assignee alone two working days before', () => {
    const [mail] = on('2031-09-24');
    expect(mail).toMatchObject({
      purpose: 'reminder-amber',
      projectId: 'JJSZ-2026-0001',
      to: ['data.zhang@x.example'],
      cc: [],
      about: aStoredClock().elementInstanceKey,
      notBefore: new Date('2031-09-24T09:00:00+08:00'),
    });
    expect(mail?.subject).toContain('还有2个工作日到期');
    expect(mail?.text).toContain('2031-09-26');
  });

  test('owes the same amber reminder, not another one, a working day before', () => {
    expect(on('2031-09-25')[0]?.id).toBe(on('2031-09-24')[0]?.id);
  });

  test('owes a red one on the day itself, with a copy to the supervisor of its body', () => {
    const [mail] = on('2031-09-26');
    expect(mail).toMatchObject({ purpose: 'reminder-red', cc: ['data.head@x.example'] });
    expect(mail?.subject).toContain('今日到期');
  });

  test('owes none on the Saturday after it', () => {
    expect(on('2031-09-27')).toEqual([]);
  });

  test('owes a new red one on the next working day', () => {
    const [mail] = on('2031-09-28');
    expect(mail?.subject).toContain('超期1个工作日');
    expect(mail?.id).not.toBe(on('2031-09-26')[0]?.id);
  });

  test('tells the supervising office from the fifth red day on, not on the fourth', () => {
    expect(on('2031-09-30')[0]?.cc).toEqual(['data.head@x.example']);
    expect(on('2031-10-08')).toEqual([]);
    expect(on('2031-10-09')[0]?.cc).toEqual(['data.head@x.example', 'office@x.example']);
  });
});

test('no amber reminder falls on a rest day: it goes out on the working day before the deadline', () => {
  // Monday's second working day before is Thursday; on the weekend one working day is left.
  expect(on('2031-09-20', { deadline: '2031-09-22' })).toEqual([]);
  expect(on('2031-09-18', { deadline: '2031-09-22' })).toHaveLength(1);
});

test('a moved deadline gets an amber reminder of its own', () => {
  const moved = on('2031-09-29', { deadline: '2031-10-09' })[0];
  expect(moved?.id).not.toBe(on('2031-09-24')[0]?.id);
});

test('a supervisor who has the task is written to once', () => {
  expect(on('2031-09-26', { assignee: 'data.head' })[0]).toMatchObject({
    to: ['data.head@x.example'],
    cc: [],
  });
});

test('an assignee who has left the directory is reminded through the body', () => {
  const [mail] = on('2031-09-24', { assignee: 'data.gone' });
  expect(mail?.to).toEqual(['data@x.example']);
  expect(mail?.text).toContain('市数据管理部门');
});

test('a provisional deadline says so', () => {
  expect(on('2031-09-24', { provisional: true })[0]?.text).toContain('2031-09-26（暂定）');
});

test('an untimed step owes nothing', () => {
  expect(on('2031-12-01', { limitDays: null, deadline: null })).toEqual([]);
});
