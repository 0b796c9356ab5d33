import { beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { StoredClock } from '../../records/index.ts';
import { anApplication } from './support/application.ts';
import { moveTo } from './support/clock.ts';
import { loadNotice } from './support/holidays.ts';
import { mailsOf } from './support/mail.ts';
import { fileAt, type Project } from './support/project.ts';
import { remindersOf, ticked } from './support/reminders.ts';
import { until } from './support/until.ts';
import { useWorld } from './support/use-world.ts';
import { dueDate } from './support/user-tasks.ts';
import { variablesOf } from './support/variables.ts';

// A technical review has 15 working days. 2032 ends on a Friday. Of 2033 only the days of the law are known, that
// is 1 January, a Saturday, until the notice gives the Monday after it.
const PROVISIONAL = '暂定';

const world = useWorld();
let within: Project;
let beyond: Project;

beforeAll(async () => {
  await moveTo(world, '2032-12-10', '10:00');
  within = await fileAt(world, 'Call_ApprovalSmall', anApplication());
  await within.shown('Task_TechnicalReview');
  await moveTo(world, '2032-12-20', '10:00');
  beyond = await fileAt(world, 'Call_ApprovalSmall', anApplication());
  await beyond.shown('Task_TechnicalReview');
});

describe('while the year to come has no notice', () => {
  test('a deadline on the last day before it is final', async () => {
    const review = await within.shown('Task_TechnicalReview');
    expect(review).toMatchObject({ deadline: '2032-12-31', provisional: false });
    expect(await clockText(review)).toContain('2032-12-31');
    expect(await clockText(review)).not.toContain(PROVISIONAL);
  });

  test('a deadline in that year is marked as provisional on the form and in the mail', async () => {
    const review = await beyond.shown('Task_TechnicalReview');
    expect(review).toMatchObject({ deadline: '2033-01-10', provisional: true });
    expect(await clockText(review)).toMatch(/2033-01-10.*暂定/);
    const [mail] = await mailsOf(world, await beyond.id(), 'task-opened');
    expect(mail?.text).toContain(PROVISIONAL);
  });
});

describe('when its notice is loaded', () => {
  beforeAll(async () => {
    loadNotice(2033);
    await until('the moved deadline', async () => {
      const { deadline } = await beyond.open('Task_TechnicalReview');
      return deadline === '2033-01-11' || undefined;
    });
  });

  test('the deadline moves and is final, on the card and on the form too', async () => {
    const review = await beyond.shown('Task_TechnicalReview');
    expect(review.provisional).toBe(false);
    await until('the due date on the card', async () => {
      const shown = await dueDate(world.search, review.task);
      return shown === '2033-01-11T15:59:59.000Z' || undefined;
    });
    await until('the line on the form', async () => {
      const text = await clockText(review);
      return (text.includes('2033-01-11') && !text.includes(PROVISIONAL)) || undefined;
    });
  });

  test('a deadline before it stays', async () => {
    const review = await within.shown('Task_TechnicalReview');
    expect(review).toMatchObject({ deadline: '2032-12-31', provisional: false });
    expect(await dueDate(world.search, review.task)).toBe('2032-12-31T15:59:59.000Z');
  });

  test('no reminder is sent two working days before the old deadline', async () => {
    await tick('2033-01-06');
    expect(await remindersOf(world, await beyond.id())).toEqual([]);
  });

  test('amber is sent two working days before the new one', async () => {
    await tick('2033-01-07');
    const [amber, ...others] = await remindersOf(world, await beyond.id());
    expect(amber?.purpose).toBe('reminder-amber');
    expect(amber?.text).toContain('2033-01-11');
    expect(amber?.text).not.toContain(PROVISIONAL);
    expect(others).toEqual([]);
  });
});

/** The line about the time limit on an open task's form. */
async function clockText({ processInstanceKey, elementInstanceKey }: StoredClock): Promise<string> {
  const variables = await variablesOf(world.search, processInstanceKey);
  const clock = variables.find(
    ({ scope, name }) => scope === elementInstanceKey && name === 'clock',
  );
  return z.object({ text: z.string() }).parse(clock?.value).text;
}

async function tick(day: string): Promise<void> {
  await moveTo(world, day, '09:01');
  await ticked(world, await beyond.open('Task_TechnicalReview'), day);
}
