import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { noticesIn } from '../../../models/notices.ts';

const MODELS = 'bpmn';
/** Every template as [process, name]. */
const templates = readdirSync(MODELS, { recursive: true, encoding: 'utf8' })
  .map((file) =>
    file
      .split(sep)
      .join('/')
      .match(/^([^/]+)\/notices\/([^/]+)\.txt$/),
  )
  .flatMap((match): [string, string][] => (match ? [[match[1] ?? '', match[2] ?? '']] : []));
const names = templates.map(([, name]) => name);

/** Sent by the workers themselves; all others are named by a model. */
const BY_WORKERS = [
  'task-opened',
  'void-completion',
  'reminder-amber',
  'reminder-red',
  'proceeding-cancelled',
  'task-cancelled',
];

/** Fields of the rows of a list, by the notice that has one. */
const ROWS: Record<string, string[]> = {
  'proceeding-cancelled': ['step', 'body'],
  'not-supported': ['article', 'item', 'ground'],
  'approval-rejected': ['step', 'body', 'opinion'],
  'county-rejected': ['step', 'body', 'opinion'],
  'provincial-rejected': ['step', 'body', 'opinion'],
};

const view = {
  projectId: 'JJSZ-2026-0001',
  application: {
    projectName: '智慧校园“A&B”平台',
    investment: 199.999999,
    applicantUnit: '市教育局',
    ownerUnit: '九江市国有投资集团',
    county: '修水县',
  },
  overLimit: true,
  firstStep: { proposal: true, feasibility: false, technicalReview: false, procurement: false },
  withdrawal: { reason: '资金未落实' },
  person: '邵文',
  label: '技术评审',
  body: '市数据管理部门',
  article: '第二十五条第二项',
  deadline: '2026-10-15',
  provisionalMark: '（暂定）',
  daysLeft: 2,
  daysOver: 3,
  reason: '签署人应当回避',
  process: '项目申报与审批',
  date: '2026-10-15',
  by: '张慧敏',
  office: '市数字政府领导小组办公室',
  steps: [{ step: '技术评审', body: '市数据管理部门' }],
  ownerDelay: 31,
  refusalGrounds: [
    { article: '第二十二条', item: '第三项', ground: '不在政务云部署' },
    { article: '第二十二条', item: '第六项', ground: '需求不明确' },
  ],
  result_Task_PreliminaryReview: { opinion: '初审意见' },
  result_Task_PreliminaryAppraisal: { opinion: '论证意见' },
  result_Task_ConsolidateReview: { plan: '二〇二七年建成', timing: '一季度启动' },
  result_Task_LeadingGroupDecision: { opinion: '审定意见', decisionDocument: '九数字〔2026〕5号' },
  result_Task_AnnualInvestmentPlan: { planDocument: '九发改〔2026〕1号' },
  result_Task_AllocateBudget: { budgetDocument: '九财〔2026〕2号', budgetAmount: 150 },
  rejections: [{ step: '技术评审', body: '市数据管理部门', opinion: '评审意见' }],
  result_Task_ApproveBudget: {
    approvalDocument: '九财审〔2026〕3号',
    controlPrice: 145.5,
  },
  result_Task_RecordFiling: { filingNumber: '赣数备1号' },
  result_Task_RecordProvincialReview: { documentNumber: '赣数字办〔2026〕4号' },
  result_Task_ApproveProposal: { approvalDocument: '九发改审〔2026〕1号' },
  result_Task_ApproveFeasibility: { approvalDocument: '九发改审〔2026〕2号' },
  result_Task_ApproveDesign: { approvalDocument: '九发改审〔2026〕3号' },
  result_Task_CountyDecision: { approvalDocument: '修发改审〔2026〕1号' },
  result_Task_RecordCountyFiling: { filingNumber: '九数备1号' },
  result_Task_PublishProcurementNotice: { noticeNumber: 'JJZC-2026-01' },
  result_Task_SignProcurementContract: {
    supplier: '浔阳数科公司',
    contractNumber: 'HT-2026-01',
    contractAmount: 86,
  },
  result_Task_DelayDecision: { opinion: '延后理由' },
};

const home = (name: string) => templates.find(([, other]) => other === name)?.[0] ?? '';
const source = (name: string) =>
  readFileSync(`${MODELS}/${home(name)}/notices/${name}.txt`, 'utf8');
const render = (name: string, changes = {}) =>
  noticesIn(MODELS).render(home(name), name, { ...view, ...changes });

function templatesNamedByModels(): string[] {
  return readdirSync(MODELS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.bpmn'))
    .flatMap((file) => [
      ...readFileSync(`${MODELS}/${file}`, 'utf8').matchAll(/="([a-z-]+)"' target="template"/g),
    ])
    .map(([, name = '']) => name);
}

test('there is a template for every notice of a model and of the workers, and no other', () => {
  const named = [...new Set(templatesNamedByModels())];
  expect(named.length).toBeGreaterThan(5);
  expect([...names].sort()).toEqual([...named, ...BY_WORKERS].sort());
});

describe.each(names)('notice %s', (name) => {
  test('has a first line for the subject, a blank line and a text', () => {
    const [subject, blank, ...text] = source(name).split('\n');
    expect(subject).toMatch(/^主题: .+/);
    expect(blank).toBe('');
    expect(text.join('')).not.toBe('');
  });

  test('is filled completely from the variables there are', () => {
    const { subject, text } = render(name);
    expect(subject).toContain('JJSZ-2026-0001');
    expect(`${subject}\n${text}`).not.toMatch(/\{\{|\}\}|undefined|null|object Object|&amp;|\n{3}/);
    const fields = [...source(name).matchAll(/\{\{[#^/]?([\w.]+)\}\}/g)];
    for (const [, field = ''] of fields) {
      const inRow = ROWS[name]?.includes(field);
      expect([field, inRow || valueAt(field)]).toEqual([field, expect.anything()]);
    }
  });
});

describe.each(names.filter((name) => name !== 'classified-refused'))('notice %s', (name) => {
  test('names the project, its id and its amount', () => {
    const { text } = render(name);
    expect(text).toContain('JJSZ-2026-0001');
    expect(text).toContain('智慧校园“A&B”平台');
    expect(text).toContain('199.999999万元');
  });
});

test('the notice of a classified project says the unit and the fact, and nothing of the project', () => {
  const { subject, text } = render('classified-refused');
  expect(text).toContain('市教育局');
  expect(`${subject}${text}`).not.toMatch(/智慧校园|199|九江市国有投资集团/);
});

test('what is not there leaves no label behind', () => {
  const absent = {
    result_Task_LeadingGroupDecision: { opinion: '不同意' },
    result_Task_RecordFiling: undefined,
  };
  expect(render('decision-rejected', absent).text).not.toContain('审定文件');
  expect(render('approvals-sent', absent).text).not.toContain('备案');
  expect(render('start-notice', { ...absent, result_Task_ConsolidateReview: {} }).text).not.toMatch(
    /建设(计划|时序)/,
  );
  expect(render('not-supported', { refusalGrounds: [] }).text).not.toContain('所涉情形');
  const untimed = render('task-opened', { deadline: null, provisionalMark: '' });
  expect(untimed.text).toContain('办法未作规定');
});

test('the start notice says what comes first on the way', () => {
  const none = { proposal: false, feasibility: false, technicalReview: false, procurement: false };
  const text = (step: object, overLimit = false) =>
    render('start-notice', { firstStep: { ...none, ...step }, overLimit }).text;
  expect(text({ proposal: true }, true)).toMatch(/并通过省级审核，现通知启动.*请编制项目建议书/s);
  expect(text({ feasibility: true })).toMatch(/审定，现通知启动.*请编制可行性研究报告/s);
  expect(text({ technicalReview: true })).toContain('评审通过后请编制项目预算');
  const procurement = text({ procurement: true });
  expect(procurement).toContain('请按照政府采购有关规定组织采购');
  expect(procurement).not.toContain('办理时限');
});

test('what was approved is sent with what there is on the way', () => {
  const soe = {
    result_Task_AnnualInvestmentPlan: undefined,
    result_Task_AllocateBudget: undefined,
  };
  const bought = render('approvals-sent', soe).text;
  expect(bought).toContain('以下项目的政府采购已经办结');
  expect(bought).toContain('合同编号：HT-2026-01');
  const approved = { ...soe, result_Task_SignProcurementContract: undefined };
  expect(render('approvals-sent', approved).text).toContain('以下项目的审批已经办结');
  expect(
    render('approvals-sent', { result_Task_SignProcurementContract: undefined }).text,
  ).toContain('以下项目的审批和预算安排已经办结');
});

test('every ground is on a line of its own', () => {
  const lines = render('not-supported')
    .text.split('\n')
    .filter((line) => line.startsWith('所涉情形'));
  expect(lines).toEqual([
    '所涉情形：第二十二条第三项，不在政务云部署',
    '所涉情形：第二十二条第六项，需求不明确',
  ]);
});

test('a red reminder on the day itself says so', () => {
  expect(render('reminder-red', { daysOver: 0 }).subject).toContain('今日到期');
  expect(render('reminder-red', { daysOver: 3 }).subject).toContain('超期3个工作日');
});

function valueAt(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], view);
}
