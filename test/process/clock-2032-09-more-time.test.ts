import { beforeAll, describe, expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { moveTo } from './support/clock.ts';
import { goodAnswer } from './support/good-case.ts';
import { limit, limitSeen, NO_LIMIT } from './support/limits.ts';
import { type Project, stage } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

// An owner asks for more time around the National Day of 2032, as the invented notice has it:
//   September 20 Mon … 24 Fri, 27 Mon … 30 Thu
//   October   1 Fri … 7 Thu off, 8 Fri, 9 Sat worked, 11 Mon … 15 Fri, 18 Mon … 22 Fri, 25 Mon …
const world = useWorld();
let granted: Project;
let refused: Project;
let answering: Project;

const seen = (project: Project, elementId: string) => limitSeen(world, project, elementId);
const ask = (project: Project, step: string, extensionDays: number) =>
  project.finish(step, {
    ...{ outcome: 'extend', opinion: '报价推迟', extensionDocument: '九教〔2032〕7号' },
    extensionDays,
  });
const grant = (project: Project, grantedDays: number) =>
  project.finish('Task_DecideExtension', { outcome: 'approve', opinion: '同意', grantedDays });
const handBack = (project: Project) =>
  project.finish('Task_ApproveBudget', {
    ...{ outcome: 'return', ground: '补充资料', opinion: '缺报价' },
  });

beforeAll(async () => {
  await moveTo(world, '2032-09-20', '10:00');
  const begun = () => stage(world, 'stage-budget', anApplication());
  [granted, refused, answering] = await Promise.all([begun(), begun(), begun()]);
  await answering.finish('Task_PrepareBudget', goodAnswer('Task_PrepareBudget'));
  await handBack(answering);
});

test('before anything is asked, a budget has 15 days and an answer 5', async () => {
  expect(await seen(granted, 'Task_PrepareBudget')).toEqual(limit('2032-10-15', 0, 15));
  expect(await seen(refused, 'Task_PrepareBudget')).toEqual(limit('2032-10-15', 0, 15));
  expect(await seen(answering, 'Task_AnswerBudgetReview')).toEqual(limit('2032-09-27', 0, 5));
});

test('asked on Friday 24 September, the body decides without a limit', async () => {
  await moveTo(world, '2032-09-24', '15:00');
  await Promise.all([
    ask(granted, 'Task_PrepareBudget', 8),
    ask(refused, 'Task_PrepareBudget', 8),
    ask(answering, 'Task_AnswerBudgetReview', 2),
  ]);
  for (const project of [granted, refused, answering]) {
    expect(await seen(project, 'Task_DecideExtension')).toEqual(NO_LIMIT);
  }
});

describe('decided on Tuesday 28 September', () => {
  beforeAll(async () => {
    await moveTo(world, '2032-09-28', '09:30');
    await Promise.all([
      grant(granted, 5),
      refused.finish('Task_DecideExtension', { outcome: 'reject', opinion: '理由不充分' }),
      grant(answering, 2),
    ]);
  });

  test('5 days granted add to the 11 that were left; the days of deciding count for nobody', async () => {
    expect(await seen(granted, 'Task_PrepareBudget')).toEqual(limit('2032-10-26', 4, 16));
    const { answer } = await granted.open('Task_PrepareBudget');
    expect(answer.clock).toMatchObject({
      extension: 5,
      text: expect.stringContaining('已批准延期 5 个工作日'),
    });
  });

  test('refused, the old clock goes on with the 11 days that were left', async () => {
    expect(await seen(refused, 'Task_PrepareBudget')).toEqual(limit('2032-10-19', 4, 11));
  });

  test('an answer of 5 days has 2 more for this visit', async () => {
    expect(await seen(answering, 'Task_AnswerBudgetReview')).toEqual(limit('2032-10-08', 4, 3));
  });
});

describe('on Friday 8 October', () => {
  beforeAll(() => moveTo(world, '2032-10-08', '10:00'));

  test('asked twice, the days add up', async () => {
    await ask(granted, 'Task_PrepareBudget', 3);
    await grant(granted, 2);
    expect(await seen(granted, 'Task_PrepareBudget')).toEqual(limit('2032-10-28', 7, 15));
    expect((await granted.open('Task_PrepareBudget')).extendedBy).toBe(7);
  });

  test('the next answer has its own 5 days, and none of those granted before', async () => {
    await answering.finish('Task_AnswerBudgetReview', { outcome: 'submit' });
    await handBack(answering);
    expect(await seen(answering, 'Task_AnswerBudgetReview')).toEqual(limit('2032-10-14', 0, 5));
  });
});
