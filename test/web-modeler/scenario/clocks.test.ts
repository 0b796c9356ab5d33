import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Surroundings } from '../../../web-modeler/scenario/play.ts';
import { anApplication } from '../../process/support/application.ts';
import { goodAnswer } from '../../process/support/good-case.ts';
import { endOf, type Journey, journey } from './support/journey.ts';
import { surroundings } from './support/surroundings.ts';

// The days of test/process/clock-*.test.ts, which the real engine and the real workers come to.
let world: Surroundings;

beforeAll(async () => {
  world = await surroundings();
});

/** What the decisions on limit and route leave of a small project, as the process tests start a stage with. */
const SMALL = {
  ...{
    projectId: 'JJSZ-2031-0001',
    overLimit: false,
    route: 'approval-small',
    approvalSize: 'small',
  },
  ...{ approver: '市发改委', technicalReviewer: '市数据管理部门', budgetApprover: '市财政局' },
};

const stage = (processId: string, filedOn: string) =>
  journey(world, { processId, filedOn, application: anApplication(), variables: SMALL });

/** The limit of an open step: what earlier visits used, what is left, until when. */
async function seen(way: Journey, elementId: string) {
  const { usedBefore, limitDays, extendedBy, deadline } = await way.open(elementId);
  const left = limitDays === null ? null : limitDays + extendedBy - usedBefore;
  return [usedBefore, left, deadline];
}

const handBack = (way: Journey, on: string, elementId: string, ground: string) =>
  way.finish(on, elementId, { outcome: 'return', ground });
const good = (way: Journey, on: string, elementId: string) =>
  way.finish(on, elementId, goodAnswer(elementId));

test('clock-2031-09-hand-back: a review stands still while it is handed back', async () => {
  const way = stage('approval-small', '2031-09-22');
  expect(await seen(way, 'Task_TechnicalReview')).toEqual([0, 15, '2031-10-17']);
  await handBack(way, '2031-09-29', 'Task_TechnicalReview', '需求确认');
  expect(await seen(way, 'Task_ConfirmRequirements')).toEqual([0, null, null]);
  await way.finish('2031-10-10', 'Task_ConfirmRequirements', { outcome: 'submit' });
  expect(await seen(way, 'Task_TechnicalReview')).toEqual([6, 9, '2031-10-22']);
  await good(way, '2031-10-14', 'Task_TechnicalReview');
  const { visits } = await way.now();
  expect(
    visits
      .filter(({ elementId }) => elementId === 'Task_TechnicalReview')
      .map(({ openedOn, closedOn, used }) => [openedOn, closedOn, used]),
  ).toEqual([
    ['2031-09-22', '2031-09-29', 6],
    ['2031-10-10', '2031-10-14', 3],
  ]);
});

test("clock-2031-09-hand-back: a budget's reviewer and owner each have their own clock", async () => {
  const way = stage('approval-small', '2031-09-22');
  await good(way, '2031-09-22', 'Task_TechnicalReview');
  await good(way, '2031-09-22', 'Task_PrepareBudget');
  expect(await seen(way, 'Task_ApproveBudget')).toEqual([0, 20, '2031-10-24']);
  await handBack(way, '2031-09-29', 'Task_ApproveBudget', '补充资料');
  expect(await seen(way, 'Task_AnswerBudgetReview')).toEqual([0, 5, '2031-10-13']);
  await way.finish('2031-10-10', 'Task_AnswerBudgetReview', { outcome: 'submit' });
  expect(await seen(way, 'Task_ApproveBudget')).toEqual([6, 14, '2031-10-29']);
  await handBack(way, '2031-10-14', 'Task_ApproveBudget', '参加核对');
  expect(await seen(way, 'Task_AnswerBudgetReview')).toEqual([0, 5, '2031-10-21']);
  await way.finish('2031-10-16', 'Task_AnswerBudgetReview', { outcome: 'submit' });
  expect(await seen(way, 'Task_ApproveBudget')).toEqual([9, 11, '2031-10-31']);
});

describe('clock-2032-04-stages', () => {
  test.each([
    ['stage-proposal', 'Task_PrepareProposal', 10, '2032-05-06'],
    ['stage-feasibility', 'Task_PrepareFeasibility', 20, '2032-05-20'],
    ['stage-budget', 'Task_PrepareBudget', 15, '2032-05-13'],
  ])('%s begins with %s of %d days until %s', async (processId, step, days, deadline) => {
    expect(await seen(stage(processId, '2032-04-19'), step)).toEqual([0, days, deadline]);
  });

  test('a proposal', async () => {
    const way = stage('stage-proposal', '2032-04-19');
    await good(way, '2032-04-19', 'Task_PrepareProposal');
    expect(await seen(way, 'Task_ApproveProposal')).toEqual([0, 5, '2032-04-26']);
    await handBack(way, '2032-04-22', 'Task_ApproveProposal', '编修文本');
    await way.finish('2032-04-29', 'Task_ReviseProposal', { outcome: 'submit' });
    expect(await seen(way, 'Task_ApproveProposal')).toEqual([3, 2, '2032-05-06']);
  });

  test('a feasibility report', async () => {
    const way = stage('stage-feasibility', '2032-04-19');
    await good(way, '2032-04-19', 'Task_PrepareFeasibility');
    expect(await seen(way, 'Task_TechnicalReview')).toEqual([0, 15, '2032-05-13']);
    await handBack(way, '2032-04-22', 'Task_TechnicalReview', '编修文本');
    await way.finish('2032-04-29', 'Task_ConfirmRequirements', { outcome: 'submit' });
    expect(await seen(way, 'Task_TechnicalReview')).toEqual([3, 12, '2032-05-20']);
    await good(way, '2032-04-29', 'Task_TechnicalReview');
    expect(await seen(way, 'Task_ApproveFeasibility')).toEqual([0, 6, '2032-05-12']);
    await handBack(way, '2032-05-10', 'Task_ApproveFeasibility', '可研评审');
    await way.finish('2032-05-12', 'Task_ReviseFeasibility', { outcome: 'submit' });
    expect(await seen(way, 'Task_ApproveFeasibility')).toEqual([4, 2, '2032-05-14']);
  });

  test('a design, whose revisions have 20 days in all', async () => {
    const way = stage('stage-design', '2032-04-19');
    expect(await seen(way, 'Task_SelectDesigner')).toEqual([0, null, null]);
    await good(way, '2032-04-19', 'Task_SelectDesigner');
    expect(await seen(way, 'Task_PrepareDesign')).toEqual([0, 30, '2032-06-03']);
    await good(way, '2032-04-19', 'Task_PrepareDesign');
    expect(await seen(way, 'Task_ApproveDesign')).toEqual([0, 15, '2032-05-13']);
    await handBack(way, '2032-04-22', 'Task_ApproveDesign', '编修文本');
    expect(await seen(way, 'Task_ReviseDesign')).toEqual([0, 20, '2032-05-25']);
    await way.finish('2032-04-29', 'Task_ReviseDesign', { outcome: 'submit' });
    expect(await seen(way, 'Task_ApproveDesign')).toEqual([3, 12, '2032-05-20']);
    await handBack(way, '2032-04-29', 'Task_ApproveDesign', '编修文本');
    expect(await seen(way, 'Task_ReviseDesign')).toEqual([5, 15, '2032-05-25']);
    await way.finish('2032-05-10', 'Task_ReviseDesign', { outcome: 'submit' });
    expect(await seen(way, 'Task_ApproveDesign')).toEqual([3, 12, '2032-05-26']);
    await handBack(way, '2032-05-10', 'Task_ApproveDesign', '编修文本');
    expect(await seen(way, 'Task_ReviseDesign')).toEqual([9, 11, '2032-05-25']);
  });

  test('a budget, answered for within 5 days each time', async () => {
    const way = stage('stage-budget', '2032-04-19');
    await good(way, '2032-04-19', 'Task_PrepareBudget');
    expect(await seen(way, 'Task_ApproveBudget')).toEqual([0, 20, '2032-05-20']);
    await handBack(way, '2032-04-22', 'Task_ApproveBudget', '反馈意见');
    expect(await seen(way, 'Task_AnswerBudgetReview')).toEqual([0, 5, '2032-04-29']);
    await way.finish('2032-04-29', 'Task_AnswerBudgetReview', { outcome: 'submit' });
    expect(await seen(way, 'Task_ApproveBudget')).toEqual([3, 17, '2032-05-27']);
    await handBack(way, '2032-04-29', 'Task_ApproveBudget', '补充资料');
    expect(await seen(way, 'Task_AnswerBudgetReview')).toEqual([0, 5, '2032-05-11']);
  });
});

describe('clock-2032-09-more-time', () => {
  const ask = (way: Journey, on: string, step: string, extensionDays: number) =>
    way.finish(on, step, { outcome: 'extend', extensionDays });
  const grant = (way: Journey, on: string, grantedDays: number) =>
    way.finish(on, 'Task_DecideExtension', { outcome: 'approve', grantedDays });

  test('granted days are added, twice, and the days of deciding count for nobody', async () => {
    const way = stage('stage-budget', '2032-09-20');
    expect(await seen(way, 'Task_PrepareBudget')).toEqual([0, 15, '2032-10-15']);
    await ask(way, '2032-09-24', 'Task_PrepareBudget', 8);
    expect(await way.open('Task_DecideExtension')).toMatchObject({
      ...{ body: '市财政局', deadline: null },
    });
    await grant(way, '2032-09-28', 5);
    expect(await seen(way, 'Task_PrepareBudget')).toEqual([4, 16, '2032-10-26']);
    await ask(way, '2032-10-08', 'Task_PrepareBudget', 3);
    await grant(way, '2032-10-08', 2);
    expect(await seen(way, 'Task_PrepareBudget')).toEqual([7, 15, '2032-10-28']);
    expect((await way.open('Task_PrepareBudget')).extendedBy).toBe(7);
  });

  test('refused, the old clock goes on', async () => {
    const way = stage('stage-budget', '2032-09-20');
    await ask(way, '2032-09-24', 'Task_PrepareBudget', 8);
    await way.finish('2032-09-28', 'Task_DecideExtension', { outcome: 'reject' });
    expect(await seen(way, 'Task_PrepareBudget')).toEqual([4, 11, '2032-10-19']);
  });

  test('what was granted for one answer is not there for the next', async () => {
    const way = stage('stage-budget', '2032-09-20');
    await good(way, '2032-09-20', 'Task_PrepareBudget');
    await handBack(way, '2032-09-20', 'Task_ApproveBudget', '补充资料');
    await ask(way, '2032-09-24', 'Task_AnswerBudgetReview', 2);
    await grant(way, '2032-09-28', 2);
    expect(await seen(way, 'Task_AnswerBudgetReview')).toEqual([4, 3, '2032-10-08']);
    await way.finish('2032-10-08', 'Task_AnswerBudgetReview', { outcome: 'submit' });
    await handBack(way, '2032-10-08', 'Task_ApproveBudget', '补充资料');
    expect(await seen(way, 'Task_AnswerBudgetReview')).toEqual([0, 5, '2032-10-14']);
  });
});

describe('clock-2031-11-reminders', () => {
  test('amber two working days before, red on the deadline and each working day after, with its copies', async () => {
    const way = stage('approval-small', '2031-11-03');
    expect(await way.open('Task_TechnicalReview')).toMatchObject({
      deadline: '2031-11-24',
      lamps: [
        { on: '2031-11-20', lamp: 'amber' },
        { on: '2031-11-24', lamp: 'red' },
      ],
    });
    way.waitUntil('2031-12-01');
    const { happenings } = await way.now();
    const supervisor = 'xu.zhengyang@jiujiang.example';
    const office = 'bangong@jiujiang.example';
    expect(
      happenings.flatMap(({ on, kind, visit, mail }) =>
        visit && mail && !mail.subject.startsWith('【待办】') ? [[on, kind, mail.cc]] : [],
      ),
    ).toEqual([
      ['2031-11-20', 'lamp', []],
      // The day before the deadline has its amber already.
      ['2031-11-24', 'lamp', [supervisor]],
      ['2031-11-25', 'notice', [supervisor]],
      ['2031-11-26', 'notice', [supervisor]],
      ['2031-11-27', 'notice', [supervisor]],
      ['2031-11-28', 'notice', [supervisor, office]],
      ['2031-12-01', 'notice', [supervisor, office]],
    ]);
  });
});

describe('clock-2031-12-owner-delay', () => {
  const begun = async () => {
    const way = journey(world, { application: anApplication(), filedOn: '2031-12-08' });
    const day = '2031-12-08';
    await good(way, day, 'Task_PreliminaryReview');
    await good(way, day, 'Task_PrepareSolutions');
    await good(way, day, 'Task_PreliminaryAppraisal');
    for (const body of ['市数据管理部门', '市发改委', '市财政局', '市国资委']) {
      await way.finish(day, 'Task_JointReview', { outcome: 'support' }, body);
    }
    await good(way, day, 'Task_ConsolidateReview');
    await good(way, day, 'Task_LeadingGroupDecision');
    await good(way, day, 'Task_TechnicalReview');
    expect(await seen(way, 'Task_PrepareBudget')).toEqual([0, 15, '2031-12-29']);
    return way;
  };

  test('29 working days ask nobody; at 30 市数据管理部门 is asked, once', async () => {
    const way = await begun();
    way.waitUntil('2032-02-07');
    await expect(way.open('Task_DelayDecision')).rejects.toThrow('is not open');
    way.waitUntil('2032-02-09');
    expect(await way.open('Task_DelayDecision')).toMatchObject({
      ...{ openedOn: '2032-02-09', body: '市数据管理部门', deadline: null },
    });
    expect(await way.open('Task_PrepareBudget')).toBeDefined();
    way.waitUntil('2032-02-17');
    const { visits } = await way.now();
    expect(visits.filter(({ elementId }) => elementId === 'Task_DelayDecision')).toHaveLength(1);
  });

  test('to withhold the funds ends the project, and everybody is told', async () => {
    const way = await begun();
    way.waitUntil('2032-02-09');
    await way.finish('2032-02-09', 'Task_DelayDecision', {
      ...{ outcome: 'withhold', opinion: '前期工作严重滞后' },
    });
    const played = await way.now();
    expect(endOf(played)).toBe('End_FundsWithheld');
    expect(played.visits.filter(({ closedOn }) => closedOn === null)).toEqual([]);
    expect(played.happenings.findLast(({ mail }) => mail)?.mail).toMatchObject({
      to: expect.arrayContaining(['jiaoyu@jiujiang.example', 'zhang@jiujiang.example']),
      cc: ['caizheng@jiujiang.example', 'fagai@jiujiang.example'],
      text: expect.stringContaining('累计延后30个工作日'),
    });
  });

  test('to go on lets the project go on', async () => {
    const way = await begun();
    way.waitUntil('2032-02-09');
    await way.finish('2032-02-10', 'Task_DelayDecision', { outcome: 'continue' });
    expect(await way.toTheEnd('2032-02-17')).toBe('End_Approved');
  });

  test('the delays of all steps of the owner are added up', async () => {
    const way = await begun();
    await good(way, '2032-02-07', 'Task_PrepareBudget');
    await handBack(way, '2032-02-07', 'Task_ApproveBudget', '补充资料');
    expect((await way.open('Task_AnswerBudgetReview')).deadline).toBe('2032-02-20');
    way.waitUntil('2032-02-20');
    await expect(way.open('Task_DelayDecision')).rejects.toThrow('is not open');
    way.waitUntil('2032-02-23');
    expect(await way.open('Task_DelayDecision')).toMatchObject({ openedOn: '2032-02-23' });
  });
});
