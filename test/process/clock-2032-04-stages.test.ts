import { beforeAll, describe, expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { moveTo } from './support/clock.ts';
import { goodAnswer } from './support/good-case.ts';
import { clockKept, limit, limitSeen, NO_LIMIT } from './support/limits.ts';
import { type Project, stage } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

// Every clock of the stages across Labour Day of 2032, as the invented notice has it:
//   April 19 Mon … 23 Fri, 26 Mon … 30 Fri
//   May   1 Sat … 5 Wed off, 6 Thu, 7 Fri, 10 Mon … 14 Fri, 17 Mon … 21 Fri, 24 Mon … 28 Fri, 31 Mon
const world = useWorld();
let proposal: Project;
let feasibility: Project;
let design: Project;
let budget: Project;

const seen = (project: Project, elementId: string) => limitSeen(world, project, elementId);
const good = (project: Project, step: string) => project.finish(step, goodAnswer(step));
const handBack = (project: Project, step: string, ground: string) =>
  project.finish(step, { outcome: 'return', opinion: '请修改', ground });

beforeAll(async () => {
  await moveTo(world, '2032-04-19', '10:00');
  [proposal, feasibility, design, budget] = await Promise.all(
    ['stage-proposal', 'stage-feasibility', 'stage-design', 'stage-budget'].map((process) =>
      stage(world, process, anApplication()),
    ) as [Promise<Project>, Promise<Project>, Promise<Project>, Promise<Project>],
  );
});

describe('begun on Monday 19 April', () => {
  test('the choice of a designer has no limit', async () => {
    expect(await seen(design, 'Task_SelectDesigner')).toEqual(NO_LIMIT);
    await good(design, 'Task_SelectDesigner');
  });

  test.each([
    ['a proposal', 10, '2032-05-06', () => proposal, 'Task_PrepareProposal'],
    ['a feasibility report', 20, '2032-05-20', () => feasibility, 'Task_PrepareFeasibility'],
    ['a design', 30, '2032-06-03', () => design, 'Task_PrepareDesign'],
    ['a budget', 15, '2032-05-13', () => budget, 'Task_PrepareBudget'],
  ] as const)('the owner has for %s %d days', async (_, days, deadline, project, step) => {
    expect(await seen(project(), step)).toEqual(limit(deadline, 0, days));
    await good(project(), step);
  });

  test.each([
    ['a proposal', 5, '2032-04-26', () => proposal, 'Task_ApproveProposal'],
    ['a technical review', 15, '2032-05-13', () => feasibility, 'Task_TechnicalReview'],
    ['a design', 15, '2032-05-13', () => design, 'Task_ApproveDesign'],
    ['a budget', 20, '2032-05-20', () => budget, 'Task_ApproveBudget'],
  ] as const)('the reviewer has for %s %d days', async (_, days, deadline, project, step) => {
    expect(await seen(project(), step)).toEqual(limit(deadline, 0, days));
  });
});

describe('handed back on Thursday 22 April, after 3 days', () => {
  beforeAll(async () => {
    await moveTo(world, '2032-04-22', '14:00');
    await Promise.all([
      handBack(proposal, 'Task_ApproveProposal', '编修文本'),
      handBack(feasibility, 'Task_TechnicalReview', '编修文本'),
      handBack(design, 'Task_ApproveDesign', '编修文本'),
      handBack(budget, 'Task_ApproveBudget', '反馈意见'),
    ]);
  });

  test('a proposal and a report are revised without a limit', async () => {
    expect(await seen(proposal, 'Task_ReviseProposal')).toEqual(NO_LIMIT);
    expect(await seen(feasibility, 'Task_ConfirmRequirements')).toEqual(NO_LIMIT);
  });

  test('a design is revised within 20 days, a budget answered for within 5', async () => {
    expect(await seen(design, 'Task_ReviseDesign')).toEqual(limit('2032-05-25', 0, 20));
    expect(await seen(budget, 'Task_AnswerBudgetReview')).toEqual(limit('2032-04-29', 0, 5));
  });
});

describe('given back on Thursday 29 April', () => {
  beforeAll(async () => {
    await moveTo(world, '2032-04-29', '11:00');
    await Promise.all([
      proposal.finish('Task_ReviseProposal', { outcome: 'submit' }),
      feasibility.finish('Task_ConfirmRequirements', { outcome: 'submit' }),
      design.finish('Task_ReviseDesign', { outcome: 'submit' }),
      budget.finish('Task_AnswerBudgetReview', { outcome: 'submit' }),
    ]);
  });

  test.each([
    ['a proposal', 2, '2032-05-06', () => proposal, 'Task_ApproveProposal', '编修文本'],
    ['a technical review', 12, '2032-05-20', () => feasibility, 'Task_TechnicalReview', '编修文本'],
    ['a design', 12, '2032-05-20', () => design, 'Task_ApproveDesign', '编修文本'],
    ['a budget', 17, '2032-05-27', () => budget, 'Task_ApproveBudget', '反馈意见'],
  ] as const)(
    'the reviewer of %s has the remaining %d days',
    async (_, days, deadline, project, step, ground) => {
      expect(await seen(project(), step)).toEqual(limit(deadline, 3, days));
      expect(await clockKept(world, await project().open(step), step)).toMatchObject({
        used: 3,
        grounds: [ground],
      });
    },
  );
});

describe('decided or handed back again on the same day', () => {
  beforeAll(() =>
    Promise.all([
      good(proposal, 'Task_ApproveProposal'),
      good(feasibility, 'Task_TechnicalReview'),
      handBack(design, 'Task_ApproveDesign', '编修文本'),
      handBack(budget, 'Task_ApproveBudget', '补充资料'),
    ]),
  );

  test('the report is to be approved 6 days after the technical opinion, not after it was written', async () => {
    expect(await seen(feasibility, 'Task_ApproveFeasibility')).toEqual(limit('2032-05-12', 0, 6));
  });

  test('the design has what the first revision left of the 20 days in all', async () => {
    expect(await seen(design, 'Task_ReviseDesign')).toEqual(limit('2032-05-25', 5, 15));
  });

  test('the budget is answered for within 5 days again', async () => {
    expect(await seen(budget, 'Task_AnswerBudgetReview')).toEqual(limit('2032-05-11', 0, 5));
  });
});

describe('on Monday 10 May', () => {
  beforeAll(async () => {
    await moveTo(world, '2032-05-10', '16:00');
    await Promise.all([
      handBack(feasibility, 'Task_ApproveFeasibility', '可研评审'),
      design.finish('Task_ReviseDesign', { outcome: 'submit' }),
    ]);
  });

  test("a report's own review has no limit", async () => {
    expect(await seen(feasibility, 'Task_ReviseFeasibility')).toEqual(NO_LIMIT);
  });

  test("the design's reviewer lost no day to the owner", async () => {
    expect(await seen(design, 'Task_ApproveDesign')).toEqual(limit('2032-05-26', 3, 12));
  });

  test('a third revision of the design has 11 days left', async () => {
    await handBack(design, 'Task_ApproveDesign', '编修文本');
    expect(await seen(design, 'Task_ReviseDesign')).toEqual(limit('2032-05-25', 9, 11));
  });

  test('after it, on Wednesday 12 May, the report has the remaining 2 days', async () => {
    await moveTo(world, '2032-05-12', '10:00');
    await feasibility.finish('Task_ReviseFeasibility', { outcome: 'submit' });
    expect(await seen(feasibility, 'Task_ApproveFeasibility')).toEqual(limit('2032-05-14', 4, 2));
  });
});
