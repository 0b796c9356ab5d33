import { beforeAll, describe, expect, test } from '@jest/globals';
import type { StoredClock } from '../../records/index.ts';
import { aScope } from '../support/records.ts';
import { anApplication } from './support/application.ts';
import { moveTo } from './support/clock.ts';
import { clockKept, limitSeen } from './support/limits.ts';
import { fileAt, type Project } from './support/project.ts';
import { useWorld } from './support/use-world.ts';
import { dueDate } from './support/user-tasks.ts';
import { technicalReview } from './support/way.ts';

// The days around the National Day of 2031, as the invented notice has them:
//   September 22 Mon … 26 Fri, 27 Sat off, 28 Sun worked, 29 Mon, 30 Tue
//   October   1 Wed … 8 Wed off, 9 Thu, 10 Fri, 11 Sat worked, 12 Sun off, 13 Mon … 17 Fri
const world = useWorld();
let review: Project;
let budget: Project;

beforeAll(async () => {
  await moveTo(world, '2031-09-22', '10:00');
  [review, budget] = await Promise.all([
    fileAt(world, 'Call_ApprovalSmall', anApplication()),
    fileAt(world, 'Call_ApprovalSmall', anApplication()),
  ]);
  await technicalReview(budget);
  await budget.finish('Task_PrepareBudget', { outcome: 'submit', budgetAmount: 149 });
});

describe('on Monday 22 September', () => {
  test('a technical review of 15 working days is due after the holiday, its make-up days counted', async () => {
    expect(await seen(review, 'Task_TechnicalReview')).toEqual({
      used: 0,
      remaining: 15,
      deadline: '2031-10-17',
      dueDate: '2031-10-17T15:59:59.000Z',
    });
  });

  test('so is a budget approval of 20', async () => {
    expect(await seen(budget, 'Task_ApproveBudget')).toEqual({
      used: 0,
      remaining: 20,
      deadline: '2031-10-24',
      dueDate: '2031-10-24T15:59:59.000Z',
    });
  });
});

describe('handed back on Monday 29 September', () => {
  beforeAll(async () => {
    await moveTo(world, '2031-09-29', '14:00');
    await Promise.all([
      handBack(review, 'Task_TechnicalReview', '需求确认'),
      handBack(budget, 'Task_ApproveBudget', '补充资料'),
    ]);
  });

  test('the reviewers have used 6 days: 23 to 26, the worked Sunday and the 29th', async () => {
    const step = await review.shown('Task_ConfirmRequirements');
    expect(await kept(step, 'Task_TechnicalReview')).toEqual({
      limit: 15,
      used: 6,
      grounds: ['需求确认'],
      extension: 0,
    });
    const answer = await budget.shown('Task_AnswerBudgetReview');
    expect(await kept(answer, 'Task_ApproveBudget')).toEqual({
      limit: 20,
      used: 6,
      grounds: ['补充资料'],
      extension: 0,
    });
  });

  test('the owner has no limit for confirming requirements', async () => {
    const { deadline, task } = await review.shown('Task_ConfirmRequirements');
    expect(deadline).toBeNull();
    expect(await dueDate(world.search, task)).toBeNull();
  });

  test('the owner has 5 working days of their own for the answer to the budget review', async () => {
    expect(await seen(budget, 'Task_AnswerBudgetReview')).toEqual({
      used: 0,
      remaining: 5,
      deadline: '2031-10-13',
      dueDate: '2031-10-13T15:59:59.000Z',
    });
  });
});

describe('given back on Friday 10 October', () => {
  beforeAll(async () => {
    await moveTo(world, '2031-10-10', '11:00');
    await Promise.all([
      review.finish('Task_ConfirmRequirements', { outcome: 'submit' }),
      budget.finish('Task_AnswerBudgetReview', { outcome: 'submit' }),
    ]);
  });

  test('the technical review has the remaining 9 days', async () => {
    expect(await seen(review, 'Task_TechnicalReview')).toEqual({
      used: 6,
      remaining: 9,
      deadline: '2031-10-22',
      dueDate: '2031-10-22T15:59:59.000Z',
    });
  });

  test('the budget approval has the remaining 14 days', async () => {
    expect(await seen(budget, 'Task_ApproveBudget')).toEqual({
      used: 6,
      remaining: 14,
      deadline: '2031-10-29',
      dueDate: '2031-10-29T15:59:59.000Z',
    });
  });

  test('the owner has used 3 days: 30 September, 9 and 10 October', async () => {
    const [visit] = await world.records.ownerClocks(aScope(await budget.id())).then(ofAnswers);
    expect(visit).toMatchObject({ closedOn: '2031-10-10', used: 3, closeReason: 'completed' });
  });
});

describe('finished or handed back once more on Tuesday 14 October', () => {
  let lastReview: StoredClock;
  beforeAll(async () => {
    await moveTo(world, '2031-10-14', '16:00');
    [lastReview] = await Promise.all([
      review.finish('Task_TechnicalReview', { outcome: 'approve', opinion: '同意' }),
      handBack(budget, 'Task_ApproveBudget', '参加核对'),
    ]);
  });

  test('the technical review took 9 days in all', async () => {
    await review.shown('Task_PrepareBudget');
    expect(await kept(lastReview, 'Task_TechnicalReview')).toEqual({
      limit: 15,
      used: 9,
      grounds: ['需求确认'],
      extension: 0,
    });
  });

  test('the owner has 5 days again', async () => {
    expect(await seen(budget, 'Task_AnswerBudgetReview')).toEqual({
      used: 0,
      remaining: 5,
      deadline: '2031-10-21',
      dueDate: '2031-10-21T15:59:59.000Z',
    });
  });

  test('the reviewer gets what both visits left', async () => {
    await moveTo(world, '2031-10-16', '09:30');
    await budget.finish('Task_AnswerBudgetReview', { outcome: 'submit' });
    expect(await seen(budget, 'Task_ApproveBudget')).toEqual({
      used: 9,
      remaining: 11,
      deadline: '2031-10-31',
      dueDate: '2031-10-31T15:59:59.000Z',
    });
  });
});

const seen = (project: Project, elementId: string) => limitSeen(world, project, elementId);
const kept = (step: StoredClock, elementId: string) => clockKept(world, step, elementId);

function handBack(project: Project, elementId: string, ground: string) {
  return project.finish(elementId, { outcome: 'return', opinion: '请补充', ground });
}

function ofAnswers(clocks: StoredClock[]): StoredClock[] {
  return clocks.filter(({ elementId }) => elementId === 'Task_AnswerBudgetReview');
}
