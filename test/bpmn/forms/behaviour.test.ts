import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { draftOf, fieldProblems } from '../../../law/application/index.ts';
import { exampleApplication } from '../../law/application/example.ts';
import { type FormPage, openFormPage } from './form-page.ts';
import { readForm, readForms } from './read-forms.ts';
import { shownTo } from './shown-to.ts';

const variables = {
  projectId: 'JJSZ-2026-0001',
  application: exampleApplication(),
  clock: { text: '截止日期 2026-10-15。' },
  history: [],
  problems: [],
  warnings: [],
  grounds: ['需求确认', '编修文本'],
  outcome: null,
  opinion: null,
  ground: null,
};

// A browser start on a busy machine takes longer than Jest's five seconds.
jest.setTimeout(60_000);

let form: FormPage;
beforeAll(async () => {
  form = await openFormPage();
});
afterAll(() => form.close());

const show = (id: string, changes: Record<string, unknown> = {}) =>
  form.show(readForm(id).schema, shownTo(id, { ...variables, ...changes }));

test.each(readForms().map(({ schema }) => [schema.id, schema] as const))(
  'form-js shows %s without a warning',
  async (id, schema) => {
    expect(await form.show(schema, shownTo(id, variables))).toEqual([]);
    expect(form.errors).toEqual([]);
  },
);

describe('the start form', () => {
  test('sends one object that the check accepts', async () => {
    await form.show(readForm('application-form').schema, { application: exampleApplication() });
    const { data, errors } = await form.submit();
    expect(errors).toEqual({});
    expect(Object.keys(data)).toEqual(['application']);
    expect(fieldProblems(data.application)).toEqual([]);
    expect(draftOf(data.application)).toEqual(draftOf(exampleApplication()));
  });

  test('asks about secrecy first', async () => {
    await form.show(readForm('application-form').schema);
    expect(await form.page.locator('input, select, textarea').first().getAttribute('type')).toBe(
      'checkbox',
    );
    expect(await form.page.locator('label').first().textContent()).toContain('涉密');
  });

  test('sends only the unit and the fact once classified is ticked, whatever was filled in', async () => {
    await form.show(readForm('application-form').schema, { application: exampleApplication() });
    await form.choose('本项目涉密（请先确认此项）');
    expect(await form.submit()).toMatchObject({ errors: {} });
    const { data } = await form.submit();
    expect(data).toEqual({ application: { classified: true, applicantUnit: '市教育局' } });
  });

  test('asks for the county of a county project only', async () => {
    await form.show(readForm('application-form').schema, { application: exampleApplication() });
    expect((await form.submit()).data.application).not.toHaveProperty('county');
    const application = exampleApplication({ level: 'county', county: undefined });
    await form.show(readForm('application-form').schema, { application });
    expect((await form.submit()).errors).toEqual({ Field_county: [expect.any(String)] });
  });

  test.each([-1, 0, 1.1234567, '二百万'])('does not send an amount of %p', async (investment) => {
    const application = exampleApplication({ investment });
    await form.show(readForm('application-form').schema, { application });
    expect(Object.keys((await form.submit()).errors)).toEqual(['Field_investment']);
  });

  test('does not send what is wrong or missing elsewhere either', async () => {
    const application = exampleApplication({
      projectName: '长'.repeat(101),
      kind: 'operations',
      decisionMeeting: undefined,
      reserveId: '',
      contact: { name: '王', phone: '一二三', email: '无' },
      materials: [{ kind: 'other', title: '附件', link: 'javascript:alert(1)' }],
    });
    await form.show(readForm('application-form').schema, { application });
    expect(Object.keys((await form.submit()).errors).sort()).toEqual([
      'Field_contact_email',
      'Field_contact_phone',
      'Field_kind',
      'Field_link',
      'Field_meeting_body',
      'Field_meeting_date',
      'Field_meeting_document',
      'Field_projectName',
      'Field_reserveId',
    ]);
  });

  test('wants the basis of a major deployment in place of a reserve number', async () => {
    const application = exampleApplication({ majorDeployment: true, reserveId: '' });
    await form.show(readForm('application-form').schema, { application });
    expect(Object.keys((await form.submit()).errors)).toEqual(['Field_majorDeploymentBasis']);
  });
});

describe('a reviewer form', () => {
  test('sends one opinion: optional on approval', async () => {
    await show('technical-review');
    await form.choose('通过评审');
    expect(await form.submit()).toMatchObject({
      errors: {},
      data: { outcome: 'approve', opinion: '' },
    });
    await form.fill('意见（选填）', '同意');
    expect((await form.submit()).data).toMatchObject({ outcome: 'approve', opinion: '同意' });
  });

  test('wants a ground and an opinion on return', async () => {
    await show('technical-review');
    await form.choose('退回业主单位');
    expect(Object.keys((await form.submit()).errors).sort()).toEqual([
      'Field_ground',
      'Field_reason',
    ]);
    await form.choose('编修文本');
    await form.fill('意见（必填）', '请补充数据目录');
    expect(await form.submit()).toMatchObject({
      errors: {},
      data: { outcome: 'return', ground: '编修文本', opinion: '请补充数据目录' },
    });
  });

  test('wants an opinion, but no ground, on rejection', async () => {
    await show('technical-review');
    await form.choose('不通过');
    expect(Object.keys((await form.submit()).errors)).toEqual(['Field_reason']);
  });

  test('forgets the reason of a return that was not sent', async () => {
    await show('technical-review');
    await form.choose('退回业主单位');
    await form.fill('意见（必填）', '退回的理由');
    await form.choose('通过评审');
    expect((await form.submit()).data).toMatchObject({ outcome: 'approve', opinion: '' });
    expect((await form.submit()).data).not.toHaveProperty('ground');
  });

  test.each([['修改后支持'], ['反对']])(
    'wants an opinion on %s in the joint review',
    async (label) => {
      await show('joint-review');
      await form.choose(label);
      expect(Object.keys((await form.submit()).errors)).toEqual(['Field_reason']);
    },
  );

  test('shows facts and earlier opinions, and runs no script hidden in them', async () => {
    const opinion = {
      step: '初步审核',
      body: '市发改委',
      signer: '王',
      outcome: '同意',
      opinion: '意见甲',
      date: '2026-09-01',
    };
    const application = exampleApplication({
      goals: '<img src=x onerror="window.hacked=1">建成平台',
    });
    await show('technical-review', { history: [opinion], application });
    const text = await form.page.locator('main').textContent();
    for (const shown of ['JJSZ-2026-0001', '186.5 万元', '建设类', '意见甲', '2026-10-15']) {
      expect(text).toContain(shown);
    }
    expect(await form.page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  });

  test('asks for the control price of an approved budget only', async () => {
    await show('approve-budget');
    await form.choose('批复');
    expect(Object.keys((await form.submit()).errors).sort()).toEqual([
      'Field_approvalDocument',
      'Field_controlPrice',
    ]);
    await form.choose('不予批复');
    expect(Object.keys((await form.submit()).errors)).toEqual(['Field_reason']);
  });
});

describe('a form of an owner with a time limit', () => {
  const extended = [
    'prepare-proposal',
    'prepare-feasibility',
    'prepare-design',
    'revise-design',
    'prepare-budget',
    'answer-budget-review',
  ];

  test.each(extended)('%s asks nothing but the request when more time is asked for', async (id) => {
    await show(id);
    await form.choose('申请延期，暂不提交');
    expect(Object.keys((await form.submit()).errors).sort()).toEqual([
      'Field_extensionDays',
      'Field_extensionDocument',
      'Field_reason',
    ]);
    await form.fill('申请延长', '10');
    await form.fill('书面申请的文号', '九教函〔2031〕3号');
    await form.fill('申请延期的理由', '设备到货推迟');
    const { data, errors } = await form.submit();
    expect(errors).toEqual({});
    expect(data).toEqual({
      outcome: 'extend',
      opinion: '设备到货推迟',
      reason: '设备到货推迟',
      extensionDays: 10,
      extensionDocument: '九教函〔2031〕3号',
    });
  });

  test.each(['0', '61', '2.5', '-3'])('does not ask for %s days', async (days) => {
    await show('prepare-budget');
    await form.choose('申请延期，暂不提交');
    await form.fill('书面申请的文号', '九教函〔2031〕3号');
    await form.fill('申请延期的理由', '设备到货推迟');
    await form.fill('申请延长', days);
    expect(Object.keys((await form.submit()).errors)).toEqual(['Field_extensionDays']);
  });

  test('sends the submission without a word of a request that was not sent', async () => {
    await show('prepare-design');
    await form.choose('申请延期，暂不提交');
    await form.fill('申请延期的理由', '设备到货推迟');
    await form.choose('以上内容真实完整，确认提交');
    expect(Object.keys((await form.submit()).errors).sort()).toEqual([
      'Field_designDocument',
      'Field_designEstimate',
    ]);
    await form.fill('投资概算', '5980');
    await form.fill('初步设计的文号或存放位置', '九教〔2031〕6号');
    const { data, errors } = await form.submit();
    expect(errors).toEqual({});
    expect(data).toEqual({
      outcome: 'submit',
      opinion: '',
      remark: '',
      designEstimate: 5980,
      designDocument: '九教〔2031〕6号',
    });
  });

  test('wants an answer to the review', async () => {
    await show('answer-budget-review');
    await form.choose('以上内容真实完整，确认提交');
    expect(Object.keys((await form.submit()).errors)).toEqual(['Field_remark']);
  });

  test('asks for the consultant of a report that one wrote only', async () => {
    await show('prepare-proposal');
    await form.fill('投资估算', '6000');
    await form.fill('项目建议书的文号或存放位置', '九教〔2031〕2号');
    await form.choose('自行编制');
    await form.choose('以上内容真实完整，确认提交');
    expect((await form.submit()).errors).toEqual({});
    await form.choose('委托咨询机构库内的咨询机构编制');
    expect(Object.keys((await form.submit()).errors)).toEqual(['Field_consultant']);
  });
});

describe('decide-extension', () => {
  const extensionRequest = {
    outcome: 'extend',
    opinion: '设备到货推迟',
    extensionDays: 10,
    extensionDocument: '九教函〔2031〕3号',
  };
  beforeEach(() => show('decide-extension', { extensionRequest, extensionStep: '编制项目预算' }));

  test('shows the request', async () => {
    const text = await form.page.locator('main').textContent();
    for (const shown of ['编制项目预算', '10 个工作日', '九教函〔2031〕3号', '设备到货推迟']) {
      expect(text).toContain(shown);
    }
  });

  test('wants the days on approval', async () => {
    await form.choose('同意延期');
    expect(Object.keys((await form.submit()).errors)).toEqual(['Field_grantedDays']);
    await form.fill('准予延长', '8');
    expect(await form.submit()).toMatchObject({
      errors: {},
      data: { outcome: 'approve', grantedDays: 8, opinion: '' },
    });
  });

  test('wants the reason on refusal, and sends no days', async () => {
    await form.choose('同意延期');
    await form.fill('准予延长', '8');
    await form.choose('不同意延期');
    expect(Object.keys((await form.submit()).errors)).toEqual(['Field_reason']);
    await form.fill('意见（必填）', '理由不充分');
    const { data, errors } = await form.submit();
    expect(errors).toEqual({});
    expect(data).toMatchObject({ outcome: 'reject', opinion: '理由不充分' });
    expect(data).not.toHaveProperty('grantedDays');
  });
});

describe('technical-review', () => {
  const report = { investmentEstimate: 600, feasibilityDocument: '九教〔2031〕5号' };

  test('shows the feasibility report where there is one', async () => {
    await show('technical-review');
    expect(await form.page.locator('main').textContent()).not.toContain('送审可行性研究报告');
    await show('technical-review', { result_Task_PrepareFeasibility: report });
    expect(await form.page.locator('main').textContent()).toContain('九教〔2031〕5号');
  });
});

describe('prepare-solutions', () => {
  const solution = { name: '方案', summary: '要点', cost: 100 };

  test.each([
    [2, ['Field_fewerReason']],
    [3, []],
  ])('with %d solutions wants %p', async (count, fields) => {
    await show('prepare-solutions', { solutions: Array.from({ length: count }, () => solution) });
    await form.choose('以上内容真实完整，确认提交');
    expect(Object.keys((await form.submit()).errors)).toEqual(fields);
  });
});

describe('supplement-materials', () => {
  const problems = [{ path: 'quotes', article: '第十八条第三项', message: '请补充到三家以上。' }];
  beforeEach(() => show('supplement-materials', { problems }));

  test('lists every problem and sends the application back, corrected or not, with an outcome', async () => {
    expect(await form.page.locator('main').textContent()).toContain('请补充到三家以上。');
    expect((await form.submit()).errors).toEqual({ Field_outcome: [expect.any(String)] });
    await form.choose('已按要求补正，内容真实完整，确认提交');
    const { data, errors } = await form.submit();
    expect(errors).toEqual({});
    expect(data).toMatchObject({ outcome: 'submit' });
    expect(fieldProblems(data.application)).toEqual([]);
  });
});

describe('consolidate-review', () => {
  const opinionOf = (body: string) => ({ body, outcome: 'support', opinion: `${body}的意见` });
  const jointReviewOpinions = [opinionOf('市发改委'), opinionOf('市财政局')];
  const grounds = ['修改完善方案'];
  const shown = () => form.page.locator('main').textContent();

  test('asks for the plan when it is sent up, and for nothing of a hand-back', async () => {
    await show('consolidate-review', { jointReviewOpinions, grounds });
    await form.choose('会审意见已汇总，报领导小组审定');
    expect(Object.keys((await form.submit()).errors).sort()).toEqual([
      'Field_funds',
      'Field_plan',
      'Field_projectOwner',
      'Field_timing',
    ]);
  });

  test('hands back with who is asked again, and without a plan', async () => {
    await show('consolidate-review', { jointReviewOpinions, grounds });
    await form.choose('退回修改完善，再次会审');
    await form.choose('只请有关单位重新提出意见，其余意见继续有效');
    expect(Object.keys((await form.submit()).errors).sort()).toEqual([
      'Field_concernedBodies',
      'Field_ground',
      'Field_reason',
    ]);
    await form.choose('修改完善方案');
    await form.choose('市财政局');
    await form.fill('意见（必填）', '请压缩规模');
    const { data, errors } = await form.submit();
    expect(errors).toEqual({});
    expect(data).toMatchObject({
      outcome: 'return',
      ground: '修改完善方案',
      askAgain: 'concerned',
      concernedBodies: ['市财政局'],
      opinion: '请压缩规模',
    });
    expect(data).not.toHaveProperty('plan');
    await form.choose('全部单位重新提出意见');
    expect((await form.submit()).data).not.toHaveProperty('concernedBodies');
  });

  test('shows the opinions set aside apart, where there are any', async () => {
    await show('consolidate-review', { jointReviewOpinions });
    expect(await shown()).toContain('市发改委的意见');
    expect(await shown()).not.toContain('已作废的会审意见');
    await show('consolidate-review', {
      jointReviewOpinions,
      voidedOpinions: [opinionOf('旧单位')],
    });
    expect(await shown()).toContain('旧单位的意见');
  });
});

describe('forms of the other ways', () => {
  test('a body asked again sees what was amended', async () => {
    const shown = async () => (await form.page.locator('main').textContent()) ?? '';
    await show('joint-review');
    expect(await shown()).not.toContain('方案修改情况');
    const amended = { opinion: '规模已压缩', amendedDocument: '九教〔2026〕8号' };
    await show('joint-review', { result_Task_AmendPlan: amended });
    expect(await shown()).toMatch(/规模已压缩.*九教〔2026〕8号/s);
  });

  test('an approval of the province has its document, a refusal its reason too', async () => {
    await show('record-provincial-review', { grounds: ['补充完善材料'] });
    await form.choose('审核通过');
    const document = ['Field_documentDate', 'Field_documentNumber'];
    expect(Object.keys((await form.submit()).errors).sort()).toEqual(document);
    await form.choose('审核不通过');
    expect(Object.keys((await form.submit()).errors).sort()).toEqual([...document, 'Field_reason']);
  });

  test('every method but the open tender names the document that allows it', async () => {
    await show('choose-procurement-method');
    await form.choose('采购方式依法确定，确认登记');
    await form.choose('公开招标');
    expect((await form.submit()).errors).toEqual({});
    await form.choose('单一来源采购');
    expect(Object.keys((await form.submit()).errors)).toEqual(['Field_methodDocument']);
  });

  test('a notice is linked by an address of the web', async () => {
    await show('publish-procurement-notice', { noticeDate: '2026-10-15' });
    await form.choose('公告已依法发布，确认登记');
    await form.fill('公告编号', 'JJZC-2026-01');
    await form.fill('公告网址', '某网站');
    expect(Object.keys((await form.submit()).errors)).toEqual(['Field_noticeLink']);
    await form.fill('公告网址', 'https://zfcg.example/1');
    expect((await form.submit()).errors).toEqual({});
  });

  test('withdrawing is confirmed or dropped', async () => {
    await show('confirm-withdrawal', { reason: '资金未落实' });
    expect(await form.page.locator('main').textContent()).toContain('资金未落实');
    await form.choose('以上选择已确认，提交');
    expect(Object.keys((await form.submit()).errors)).toEqual(['Field_confirmed']);
    await form.choose('不撤回，继续办理');
    expect((await form.submit()).data).toMatchObject({ outcome: 'submit', confirmed: 'no' });
  });
});
