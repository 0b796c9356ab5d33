import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ShownClock, TaskKeys } from '../../../engine/job.ts';
import { createCalendar } from '../../../law/calendar/calendar.ts';
import { moveDeadlines, movesUnder } from '../../../workers/move-deadlines/index.ts';
import { aClock, aClosing, aDecision } from '../../support/records.ts';
import { aStoredClock, calendar } from '../support/builders.ts';
import { useDeps } from '../support/use-deps.ts';

/** Before the notices of 2031 were there: only the statutory days are off and everything is provisional. */
const before = createCalendar(new Map());
/** Five working days from Friday, 26 September 2031: the 10th of October; provisionally the 8th. */
const opened = {
  limitDays: 15,
  usedBefore: 10,
  startedOn: '2031-09-26',
  deadline: '2031-10-08',
  provisional: true,
};

describe('what a calendar moves', () => {
  test('is the deadline it counts otherwise, from what was left of the limit', () => {
    const clock = aStoredClock(opened);
    expect(movesUnder(before, [clock])).toEqual([]);
    expect(movesUnder(calendar, [clock])).toEqual([
      { clock, from: '2031-10-08', to: '2031-10-10', provisional: false },
    ]);
  });

  test('counts an extension in', () => {
    const clock = aStoredClock({ ...opened, usedBefore: 14, extendedBy: 4 });
    expect(movesUnder(before, [clock])).toEqual([]);
    expect(movesUnder(calendar, [clock])).toMatchObject([{ to: '2031-10-10' }]);
  });

  test('is also a deadline on the same day that is no longer provisional', () => {
    const clock = aStoredClock({ ...opened, deadline: '2031-10-10' });
    expect(movesUnder(calendar, [clock])).toMatchObject([
      { from: '2031-10-10', to: '2031-10-10', provisional: false },
    ]);
  });

  test('is no untimed step', () => {
    const untimed = aStoredClock({ ...opened, limitDays: null, deadline: null });
    expect(movesUnder(calendar, [untimed])).toEqual([]);
  });
});

describe('moving', () => {
  const use = useDeps();
  let cards: string[];
  let forms: object[];
  let refused: Set<string>;
  const deadline = async (key: string) => (await use.records.clock(key))?.deadline;
  /** What people see of a task, as the engine keeps it; notes what the records said when it was changed. */
  const changeClock = async (
    { elementInstanceKey: key }: TaskKeys,
    { dueDate, clock }: ShownClock,
  ) => {
    if (refused.has(key)) throw new Error('not in the search index yet');
    forms.push(clock);
    cards.push(`${key} ${await deadline(key)} → ${dueDate}`);
  };
  const move = (records = use.records) =>
    moveDeadlines({ records, calendar: () => calendar, now: use.deps.now, changeClock, log });
  const logged: object[] = [];
  const log = { info: (details: object) => logged.push(details), warn: () => {} };
  beforeEach(async () => {
    cards = [];
    forms = [];
    refused = new Set();
    for (const key of ['1', '2']) {
      await use.records.openClock(aClock({ ...opened, elementInstanceKey: key }));
    }
  });

  test('changes the card first, then the records, and says so', async () => {
    await move();
    expect(cards).toEqual([
      '1 2031-10-08 → 2031-10-10T23:59:59+08:00',
      '2 2031-10-08 → 2031-10-10T23:59:59+08:00',
    ]);
    expect(await use.records.clock('1')).toMatchObject({
      deadline: '2031-10-10',
      provisional: false,
    });
    expect(logged.at(-1)).toMatchObject({ from: '2031-10-08', to: '2031-10-10' });
  });

  test('changes the line on the form, which is no longer provisional', async () => {
    await move();
    expect(forms[0]).toMatchObject({
      deadline: '2031-10-10',
      provisional: false,
      text: expect.stringMatching(/^截止日期 2031-10-10。/),
    });
  });

  test('is done once', async () => {
    await move();
    await move();
    expect(cards).toHaveLength(2);
  });

  test('is repeated after a crash between card and records', async () => {
    const crash = {
      ...use.records,
      moveDeadline: () => Promise.reject(new Error('killed here')),
    };
    await expect(move(crash)).rejects.toThrow();
    expect(await deadline('1')).toBe('2031-10-08');
    await move();
    expect(await deadline('1')).toBe('2031-10-10');
    expect(cards).toHaveLength(4);
  });

  test('does not wait for a task that cannot be moved, and moves it the next time', async () => {
    refused.add('1');
    await expect(move()).rejects.toThrow('1 of 2 deadlines not moved');
    expect([await deadline('1'), await deadline('2')]).toEqual(['2031-10-08', '2031-10-10']);
    refused.clear();
    await move();
    expect(await deadline('1')).toBe('2031-10-10');
    expect(cards).toHaveLength(2);
  });

  test('leaves closed clocks alone', async () => {
    await use.records.closeClock(
      aDecision({ elementInstanceKey: '1' }),
      aClosing({ closedOn: '2031-09-29' }),
    );
    await move();
    expect(await deadline('1')).toBe('2031-10-08');
    expect(cards).toHaveLength(1);
  });
});
