import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { orderOfSteps } from './support/decided.ts';
import { goodAnswer } from './support/good-case.ts';
import { fileAt, type Project } from './support/project.ts';
import { useWorld } from './support/use-world.ts';
import { MERGED } from './support/way.ts';

const world = useWorld();

const FEASIBILITY = ['Task_PrepareFeasibility', 'Task_TechnicalReview', 'Task_ApproveFeasibility'];
const BUDGET = ['Task_PrepareBudget', 'Task_ApproveBudget'];
const PLAN = 'Task_AnnualInvestmentPlan';
const MONEY = 'Task_AllocateBudget';
const FILING = 'Task_RecordFiling';

const started = () =>
  fileAt(world, 'Gateway_Started', anApplication({ investment: 300 }), {
    ...MERGED,
    jointReviewOpinions: [],
  });

async function finishAll(project: Project, steps: string[]): Promise<void> {
  for (const step of steps) await project.finish(step, goodAnswer(step));
}

async function openSteps(project: Project): Promise<string[]> {
  const clocks = await world.records.openClocks({ projectId: await project.id() });
  return clocks.map(({ elementId }) => elementId).sort();
}

test.concurrent.each([
  ['the approval first, plan and money last', [...FEASIBILITY, ...BUDGET, FILING, MONEY, PLAN]],
  ['plan and money first, the filing last', [PLAN, MONEY, ...FEASIBILITY, ...BUDGET, FILING]],
  [
    'the filing before the budget, the plan in between',
    [...FEASIBILITY, FILING, 'Task_PrepareBudget', PLAN, 'Task_ApproveBudget', MONEY],
  ],
])('side by side: %s', async (_, steps) => {
  const project = await started();
  await finishAll(project, steps.slice(0, -1));
  // Everything but the last has been done, and nothing is sent before that.
  expect(await openSteps(project)).toEqual(steps.slice(-1));
  await finishAll(project, steps.slice(-1));

  expect(await project.end()).toBe('End_Approved');
  expect(await orderOfSteps(world, project)).toEqual(steps);
});

test.concurrent('a hand-back in one leaves the others as they are', async () => {
  const project = await started();
  await finishAll(project, [...FEASIBILITY, 'Task_PrepareBudget']);
  const beside = await Promise.all([PLAN, MONEY, FILING].map((step) => project.open(step)));
  await project.finish('Task_ApproveBudget', {
    ...{ outcome: 'return', ground: '反馈意见', opinion: '请说明单价' },
  });

  await project.open('Task_AnswerBudgetReview');
  for (const { elementId, elementInstanceKey } of beside) {
    expect(await project.open(elementId)).toMatchObject({ elementInstanceKey });
  }
});

test.concurrent('a refusal in one ends what hangs on it, keeps what was decided, and touches no other project', async () => {
  const [project, other] = await Promise.all([started(), started()]);
  await finishAll(other, FEASIBILITY);
  await finishAll(project, [...FEASIBILITY, PLAN, FILING, 'Task_PrepareBudget']);
  await project.shown(MONEY);
  await project.finish('Task_ApproveBudget', { outcome: 'reject', opinion: '预算明显偏高' });

  expect(await project.end()).toBe('End_ApprovalRejected');
  expect(await openSteps(project)).toEqual([]);
  expect(await orderOfSteps(world, project)).toEqual([...FEASIBILITY, PLAN, FILING, ...BUDGET]);
  expect(await openSteps(other)).toEqual([MONEY, PLAN, 'Task_PrepareBudget', FILING].sort());
  await finishAll(other, [MONEY, PLAN, ...BUDGET, FILING]);
  expect(await other.end()).toBe('End_Approved');
});
