import { beforeAll, describe, expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { moveTo } from './support/clock.ts';
import { decisionsOf, mailsOf } from './support/mail.ts';
import { fileAt, type Project } from './support/project.ts';
import { remindersOf, ticked } from './support/reminders.ts';
import { until } from './support/until.ts';
import { useWorld } from './support/use-world.ts';
import { findUserTask } from './support/user-tasks.ts';
import { variablesOf } from './support/variables.ts';
import { budgetAndFiling, planAndBudget, REVIEWERS, technicalReview } from './support/way.ts';

// The owner has 15 working days for the budget. Opened on Monday 8 December 2031 it is due on Monday the 29th.
// The working days after that: 30, 31 | 2 January (the 1st is off) | 5–9, 12–16, 19–23, 26–30 | 2–6 February,
// which are 28, then the worked Saturday 7 February (29) and Monday the 9th (30). The 10th to the 16th are off.
const world = useWorld();
let goesOn: Project;
let withheld: Project;
let twice: Project;

beforeAll(async () => {
  await moveTo(world, '2031-12-08', '10:00');
  const opinions = { jointReviewOpinions: REVIEWERS.map((body) => ({ body, outcome: 'support' })) };
  const started = () => fileAt(world, 'Gateway_Started', anApplication(), opinions);
  [goesOn, withheld, twice] = await Promise.all([started(), started(), started()]);
  for (const { deadline } of await Promise.all([goesOn, withheld, twice].map(budgetOpened))) {
    expect(deadline).toBe('2031-12-29');
  }
});

test('29 working days of delay ask nobody', async () => {
  await moveTo(world, '2032-02-07', '09:01');
  await Promise.all([goesOn, withheld, twice].map((project) => delayed(project, 29)));

  expect(await questions(goesOn)).toEqual([]);
  expect(await questions(withheld)).toEqual([]);
});

describe('at 30 working days', () => {
  beforeAll(async () => {
    // The third project stays at 29: its owner submits the budget, which comes back at once.
    await twice.finish('Task_PrepareBudget', { outcome: 'submit', budgetAmount: 149 });
    await twice.finish('Task_ApproveBudget', {
      outcome: 'return',
      opinion: '缺报价',
      ground: '补充资料',
    });
    expect((await twice.shown('Task_AnswerBudgetReview')).deadline).toBe('2032-02-20');
    await moveTo(world, '2032-02-09', '09:01');
  });

  test('市数据管理部门 is asked', async () => {
    const asked = { startedOn: '2032-02-09', body: '市数据管理部门', deadline: null };
    expect(await goesOn.open('Task_DelayDecision')).toMatchObject(asked);
    expect(await withheld.open('Task_DelayDecision')).toMatchObject(asked);
    expect((await goesOn.open('Task_PrepareBudget')).closedOn).toBeNull();
  });

  test('to withhold the funds ends the project, and everybody is told', async () => {
    const budget = await withheld.open('Task_PrepareBudget');
    await withheld.finish('Task_DelayDecision', {
      outcome: 'withhold',
      opinion: '前期工作严重滞后',
    });

    expect(await withheld.end()).toBe('End_FundsWithheld');
    const id = await withheld.id();
    expect(await mailsOf(world, id, 'funds-withheld')).toEqual([
      expect.objectContaining({
        to: expect.arrayContaining(['jiaoyu@jiujiang.example', 'zhang@jiujiang.example']),
        cc: ['caizheng@jiujiang.example', 'fagai@jiujiang.example'],
        text: expect.stringContaining('前期工作严重滞后'),
      }),
    ]);
    expect(await world.records.openClocks({ projectId: id })).toEqual([]);
    await until('the cancelled budget task', async () => {
      const task = await findUserTask(world.rest, budget);
      return task?.state === 'CANCELED' || undefined;
    });
  });

  test('to go on lets the project go on, and nobody is asked again the next day', async () => {
    await goesOn.finish('Task_DelayDecision', { outcome: 'continue', opinion: '限期完成' });
    const reminders = await remindersSent(withheld);

    await moveTo(world, '2032-02-17', '09:01');
    await delayed(goesOn, 31);
    await Promise.all([planAndBudget(goesOn), budgetAndFiling(goesOn)]);

    expect(await goesOn.end()).toBe('End_Approved');
    expect(await questions(goesOn)).toHaveLength(1);
    expect(await remindersSent(withheld)).toEqual(reminders);
  });
});

test('the delays of all steps of the owner are added up', async () => {
  const answer = await twice.open('Task_AnswerBudgetReview');
  await moveTo(world, '2032-02-20', '09:01');
  await ticked(world, answer, '2032-02-20');
  expect(await questions(twice)).toEqual([]);

  await moveTo(world, '2032-02-23', '09:01');
  expect(await twice.open('Task_DelayDecision')).toMatchObject({ startedOn: '2032-02-23' });
});

async function budgetOpened(project: Project) {
  await technicalReview(project);
  return project.shown('Task_PrepareBudget');
}

/** Waits until a tick has found so many working days of delay on the owner's account. */
async function delayed(project: Project, days: number): Promise<void> {
  const { processInstanceKey } = await project.open('Task_PrepareBudget');
  await until(`${days} working days of delay`, async () => {
    const variables = await variablesOf(world.search, processInstanceKey);
    return variables.find(({ name, value }) => name === 'ownerDelay' && value === days);
  });
}

/** The decisions on the delay asked for so far: made or still open. */
async function questions(project: Project) {
  const id = await project.id();
  const steps = [
    ...(await decisionsOf(world, id)).map(({ element_id }) => element_id),
    ...(await world.records.openClocks({ projectId: id })).map(({ elementId }) => elementId),
  ];
  return steps.filter((elementId) => elementId === 'Task_DelayDecision');
}

async function remindersSent(project: Project): Promise<string[]> {
  return (await remindersOf(world, await project.id())).map(({ id }) => id);
}
