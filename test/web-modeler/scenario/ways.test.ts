import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Surroundings } from '../../../web-modeler/scenario/play.ts';
import { anApplication, ENTERPRISE, SERVICE, XIUSHUI } from '../../process/support/application.ts';
import {
  budget,
  cityIntake,
  countyIntake,
  design,
  FILING,
  feasibility,
  PROVINCE,
  planAndBudgetOf,
  proposal,
} from '../../process/support/decided.ts';
import { decided, endOf, journey, orderOfSteps } from './support/journey.ts';
import { surroundings } from './support/surroundings.ts';

// The same ways as the process tests take on the real engine, with the same steps, bodies and ends.
const DAY = '2031-09-05';
const OWNER = '市教育局';
const ENTERPRISE_UNIT = '九江市国有投资集团';
const SASAC = '市国资委';
const TECHNICAL = '市数据管理部门';
let world: Surroundings;

beforeAll(async () => {
  world = await surroundings();
});

const file = (differs: Record<string, unknown> = {}) =>
  journey(world, { application: anApplication(differs), filedOn: DAY });

const small = [`Task_TechnicalReview ${TECHNICAL}`, ...budget(OWNER, '市财政局'), FILING];
const merged = [
  ...feasibility(OWNER, TECHNICAL, '市发改委'),
  ...budget(OWNER, '市财政局'),
  ...planAndBudgetOf('市'),
];
const procurement = [
  ...['ChooseProcurementMethod', 'PublishProcurementNotice', 'SignProcurementContract'].map(
    (step) => `Task_${step} ${OWNER}`,
  ),
  ...planAndBudgetOf('市'),
];

test.each<[string, Record<string, unknown>, string[]]>([
  ['small-approved', { investment: 199.999999 }, cityIntake(...small, ...planAndBudgetOf('市'))],
  ['merged-approved, 200', { investment: 200 }, cityIntake(...merged, FILING)],
  [
    'merged-approved, infrastructure of 900',
    { investment: 900, category: 'infrastructure' },
    cityIntake(...merged, FILING),
  ],
  ['merged-approved, over the limit', { investment: 600 }, cityIntake(...merged, PROVINCE)],
  [
    'full-approved',
    { investment: 5000, ownerUnit: '市大数据中心' },
    cityIntake(
      PROVINCE,
      ...planAndBudgetOf('市'),
      ...proposal('市大数据中心', '市发改委'),
      ...feasibility('市大数据中心', TECHNICAL, '市发改委'),
      ...design('市大数据中心', '市发改委'),
      ...budget('市大数据中心', '市财政局'),
    ),
  ],
  [
    'enterprise-approved, 150',
    { ...ENTERPRISE, investment: 150 },
    cityIntake(`Task_TechnicalReview ${TECHNICAL}`, ...budget(ENTERPRISE_UNIT, SASAC), FILING),
  ],
  [
    'enterprise-approved, 3000',
    { ...ENTERPRISE, investment: 3000 },
    cityIntake(
      PROVINCE,
      ...feasibility(ENTERPRISE_UNIT, TECHNICAL, SASAC),
      ...budget(ENTERPRISE_UNIT, SASAC),
    ),
  ],
  [
    'enterprise-approved, 9000',
    { ...ENTERPRISE, investment: 9000 },
    cityIntake(
      PROVINCE,
      ...feasibility(ENTERPRISE_UNIT, TECHNICAL, SASAC),
      ...design(ENTERPRISE_UNIT, SASAC),
      ...budget(ENTERPRISE_UNIT, SASAC),
    ),
  ],
  [
    'county-reported',
    { ...XIUSHUI, investment: 200 },
    countyIntake(
      '修水县',
      ...planAndBudgetOf('修水县'),
      ...feasibility('修水县教育局', '修水县数据管理部门', '修水县发改委'),
      ...budget('修水县教育局', '修水县财政局'),
      FILING,
    ),
  ],
  ['procurement', { kind: 'equipment', investment: 100 }, cityIntake(...procurement)],
  [
    'procurement over the limit',
    { ...SERVICE, investment: 600 },
    cityIntake(PROVINCE, ...procurement),
  ],
])('%s goes the way of the process test and is approved', async (_, differs, steps) => {
  const way = file(differs);
  expect(await way.toTheEnd(DAY)).toBe('End_Approved');
  const played = await way.now();
  expect(decided(played)).toEqual(steps);
  const mails = played.happenings.flatMap(({ mail }) => mail?.subject ?? []);
  expect(mails.filter((subject) => subject.startsWith('项目启动通知'))).toHaveLength(1);
  expect(mails.filter((subject) => subject.includes('抄送'))).toHaveLength(1);
});

test('county-approved ends with the filing by the city', async () => {
  const way = file({ ...XIUSHUI, investment: 199.99 });
  expect(await way.toTheEnd(DAY)).toBe('End_CountyApproved');
  expect(decided(await way.now())).toEqual([
    'Task_CountyDecision 修水县发改委',
    'Task_RecordCountyFiling 市数字政府领导小组办公室',
  ]);
});

describe('what the process tests see on other ways', () => {
  test('county-approved: handed back, amended, refused', async () => {
    const way = file({ ...XIUSHUI, investment: 199.99 });
    await way.finish(DAY, 'Task_CountyDecision', { outcome: 'return', ground: '修改完善' });
    expect(await way.open('Task_ReviseCountyApplication')).toMatchObject({ body: '修水县教育局' });
    await way.finish(DAY, 'Task_ReviseCountyApplication', { outcome: 'submit' });
    await way.finish(DAY, 'Task_CountyDecision', { outcome: 'reject', reason: '县财政无力承担' });
    const played = await way.now();
    expect(endOf(played)).toBe('End_CountyRejected');
    expect(orderOfSteps(played)).toEqual([
      ...['Task_CountyDecision', 'Task_ReviseCountyApplication', 'Task_CountyDecision'],
    ]);
    expect(lastMail(played)?.text).toContain('县财政无力承担');
  });

  test('county-reported: what the county does not report ends there', async () => {
    const way = file({ ...XIUSHUI, investment: 200 });
    await way.finish(DAY, 'Task_CountyReview', { outcome: 'reject' });
    expect(endOf(await way.now())).toBe('End_CountyRejected');
  });

  test('refusal-grounds: each of the seven refuses the project, and the notice names it', async () => {
    for (const item of [1, 2, 3, 4, 5, 6, 7]) {
      const way = file();
      const answer = { outcome: 'approve', refusalItems: [`item-${item}`] };
      await way.finish(DAY, 'Task_PreliminaryReview', answer);
      const played = await way.now();
      expect(endOf(played)).toBe('End_NotSupported');
      const number = '一二三四五六七'[item - 1];
      expect(lastMail(played)?.text.match(/第二十二条第.项/g)).toEqual([`第二十二条第${number}项`]);
    }
  });

  test.each([
    [
      'preliminary-review',
      {},
      { Task_PreliminaryReview: { outcome: 'reject' } },
      'End_NotSupported',
    ],
    [
      'appraisal-failed',
      {},
      { Task_PreliminaryAppraisal: { outcome: 'reject' } },
      'End_AppraisalFailed',
    ],
    [
      'decision-rejected',
      {},
      { Task_LeadingGroupDecision: { outcome: 'reject' } },
      'End_DecisionRejected',
    ],
    [
      'province-decides',
      { investment: 500 },
      { Task_RecordProvincialReview: { outcome: 'reject' } },
      'End_ProvincialRejected',
    ],
    [
      'technical review',
      {},
      { Task_TechnicalReview: { outcome: 'reject' } },
      'End_ApprovalRejected',
    ],
    ['budget', {}, { Task_ApproveBudget: { outcome: 'reject' } }, 'End_ApprovalRejected'],
    [
      'a merged report',
      { investment: 300 },
      { Task_ApproveFeasibility: { outcome: 'reject' } },
      'End_ApprovalRejected',
    ],
    [
      'a full proposal',
      { investment: 5000 },
      { Task_ApproveProposal: { outcome: 'reject' } },
      'End_ApprovalRejected',
    ],
    [
      "an enterprise's design",
      { ...ENTERPRISE, investment: 9000 },
      { Task_ApproveDesign: { outcome: 'reject' } },
      'End_ApprovalRejected',
    ],
    [
      "an enterprise's small one",
      { ...ENTERPRISE, investment: 150 },
      { Task_TechnicalReview: { outcome: 'reject' } },
      'End_ApprovalRejected',
    ],
  ])('%s that is refused ends the project', async (_, differs, answers, end) => {
    const way = file(differs);
    expect(await way.toTheEnd(DAY, answers)).toBe(end);
    const { visits } = await way.now();
    expect(visits.filter(({ closedOn }) => closedOn === null)).toEqual([]);
  });

  test('handed-back: review and budget come back to the owner and go on', async () => {
    const way = file({ ownerUnit: '市大数据中心' });
    await upToApproval(way);
    await way.finish(DAY, 'Task_TechnicalReview', { outcome: 'return', ground: '需求确认' });
    expect(await way.open('Task_ConfirmRequirements')).toMatchObject({
      ...{ body: '市大数据中心', limitDays: null },
    });
    await way.finish(DAY, 'Task_ConfirmRequirements', { outcome: 'submit' });
    await way.finish(DAY, 'Task_TechnicalReview', { outcome: 'approve' });
    await way.finish(DAY, 'Task_PrepareBudget', { outcome: 'submit', budgetAmount: 149 });
    await way.finish(DAY, 'Task_ApproveBudget', { outcome: 'return', ground: '补充资料' });
    expect(await way.open('Task_AnswerBudgetReview')).toMatchObject({ limitDays: 5 });
    await way.finish(DAY, 'Task_AnswerBudgetReview', { outcome: 'submit' });
    expect(await way.toTheEnd(DAY)).toBe('End_Approved');
  });

  test('joint-review-again: only those concerned are asked again, and who was invited stays invited', async () => {
    const way = file();
    await way.finish(DAY, 'Task_PreliminaryReview', { outcome: 'approve' });
    await way.finish(DAY, 'Task_PrepareSolutions', { outcome: 'submit' });
    const invitedBodies = ['市公安局'];
    await way.finish(DAY, 'Task_PreliminaryAppraisal', { outcome: 'approve', invitedBodies });
    for (const body of ['市数据管理部门', '市发改委', '市财政局', '市国资委', '市公安局']) {
      await way.finish(DAY, 'Task_JointReview', { outcome: 'support' }, body);
    }
    await way.finish(DAY, 'Task_ConsolidateReview', {
      ...{ outcome: 'return', ground: '修改完善方案' },
      ...{ askAgain: 'concerned', concernedBodies: ['市财政局', '市公安局'] },
    });
    await way.finish(DAY, 'Task_AmendPlan', { outcome: 'submit' });
    const { visits } = await way.now();
    const asked = visits.filter(({ closedOn }) => closedOn === null).map(({ body }) => body);
    expect(asked).toEqual(['市财政局', '市公安局']);
    expect(await way.toTheEnd(DAY)).toBe('End_Approved');
  });

  test('withdrawal: the message ends the application, and both are told', async () => {
    const way = file();
    await way.finish(DAY, 'Task_PreliminaryReview', {
      outcome: 'Boundary_Withdrawn',
      reason: '缓建',
    });
    const played = await way.now();
    expect(endOf(played)).toBe('End_Withdrawn');
    expect(lastMail(played)).toMatchObject({
      to: expect.arrayContaining(['bangong@jiujiang.example', 'jiaoyu@jiujiang.example']),
      text: expect.stringContaining('撤回原因：缓建'),
    });
  });

  test("withdrawal: a county's called process tells its caller", async () => {
    const way = file({ ...XIUSHUI, investment: 120 });
    await way.finish(DAY, 'Task_CountyDecision', { outcome: 'Boundary_CountyDecisionWithdrawn' });
    expect(endOf(await way.now())).toBe('End_CountyWithdrawn');
  });

  test('materials-supplemented: what is missing is told, the corrected application goes on', async () => {
    const complete = anApplication();
    const way = file({ ...complete, fundingPlan: '', quotes: [] });
    const { happenings } = await way.now();
    expect(happenings.find(({ kind }) => kind === 'decision')?.text).toMatch(
      /核验申报材料：发现 2 处/,
    );
    await way.finish(DAY, 'Task_SupplementMaterials', { outcome: 'submit', application: complete });
    expect(await way.open('Task_PreliminaryReview')).toBeDefined();
  });

  test('classified-refused: ends at once, only 市委保密机要局 is told', async () => {
    const way = file({ classified: true });
    const played = await way.now();
    expect(endOf(played)).toBe('End_Classified');
    expect(played.happenings.flatMap(({ mail }) => mail?.to ?? [])).toEqual([
      'baomi@jiujiang.example',
    ]);
  });
});

async function upToApproval(way: ReturnType<typeof file>): Promise<void> {
  await way.finish(DAY, 'Task_PreliminaryReview', { outcome: 'approve' });
  await way.finish(DAY, 'Task_PrepareSolutions', { outcome: 'submit' });
  await way.finish(DAY, 'Task_PreliminaryAppraisal', { outcome: 'approve' });
  for (const body of ['市数据管理部门', '市发改委', '市财政局', '市国资委']) {
    await way.finish(DAY, 'Task_JointReview', { outcome: 'support' }, body);
  }
  await way.finish(DAY, 'Task_ConsolidateReview', { outcome: 'submit' });
  await way.finish(DAY, 'Task_LeadingGroupDecision', { outcome: 'approve' });
}

function lastMail({ happenings }: Awaited<ReturnType<ReturnType<typeof file>['now']>>) {
  return happenings.findLast(({ mail }) => mail !== null)?.mail;
}
