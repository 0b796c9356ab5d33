import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { changesBetween } from '../../../web-modeler/changes/index.ts';

const REVIEW = 'stage-technical-review/stage-technical-review.bpmn';
const ROUTE = 'project-application/approval-route.dmn';
const FORM = 'stage-technical-review/technical-review.form';
const NOTICE = 'project-application/notices/start-notice.txt';

const read = (path: string) => readFileSync(`bpmn/${path}`, 'utf8');

/** The changes an edit of a real model makes; the edit must hit something. */
async function edited(path: string, what: string | RegExp, by: string) {
  const before = read(path);
  const after = before.replace(what, () => by);
  expect(after).not.toBe(before);
  return changesBetween(path, before, after);
}

const NEW_STEP = `<bpmn:userTask id="Task_NetworkSecurity" name="网络安全审查">
      <bpmn:extensionElements>
        <zeebe:ioMapping>
          <zeebe:input source="=10" target="limitDays" />
          <zeebe:input source='="第二十五条第二项"' target="article" />
        </zeebe:ioMapping>
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:exclusiveGateway id="Gateway_TechnicalReview"`;

describe('a diagram', () => {
  test.each([
    [
      'a limit',
      'source="=15" target',
      'source="=10" target',
      '法 技术评审 时限 15 → 10 工作日（第二十五条第二项）',
    ],
    [
      'no limit any more',
      '<zeebe:input source="=15" target="limitDays" />',
      '',
      '法 技术评审 删除时限 15 工作日（第二十五条第二项）',
    ],
    [
      'an article',
      '="第二十五条第二项"',
      '="第二十六条"',
      '法 技术评审 依据条文 由 第二十五条第二项 改为 第二十六条',
    ],
    [
      'grounds',
      '["需求确认", "编修文本"]',
      '["需求确认"]',
      '法 技术评审 停止计时的事由 由 需求确认、编修文本 改为 需求确认（第二十五条第二项）',
    ],
    [
      'a body',
      'source="=technicalReviewer" target="body"',
      `source='="市审计局"' target="body"`,
      '法 技术评审 承办单位 由 technicalReviewer 改为 市审计局（第二十五条第二项）',
    ],
    [
      'a role',
      '="reviewer"',
      '="owner"',
      '法 技术评审 办理角色 由 审查方 改为 申报方（第二十五条第二项）',
    ],
    ['a delay', '=30" target', '=20" target', '法 催办 延误上限 30 → 20 工作日（第二十七条）'],
    [
      'a new step',
      '<bpmn:exclusiveGateway id="Gateway_TechnicalReview"',
      NEW_STEP,
      '法 新增 网络安全审查（时限 10 工作日，第二十五条第二项）',
    ],
    [
      'a name',
      'name="确认需求、编修文本"',
      'name="确认需求"',
      '人工环节“确认需求、编修文本”改名为“确认需求”',
    ],
    [
      'the name of a flow',
      'name="退回业主单位"',
      'name="退回"',
      '技术评审结论？ 的连线“退回业主单位”改名为“退回”',
    ],
    [
      'a condition',
      'outcome = "approve"',
      'outcome = "pass"',
      '技术评审结论？“通过” 的条件 由 result_Task_TechnicalReview.outcome = "approve" 改为 result_Task_TechnicalReview.outcome = "pass"',
    ],
    [
      'a timer',
      '/P1D"<',
      '/P2D"<',
      '技术评审“每日检查时限” 定时 由 "R/" + clock.remindFrom + "/P1D" 改为 "R/" + clock.remindFrom + "/P2D"',
    ],
    [
      'a form',
      'formId="technical-review"',
      'formId="review"',
      '技术评审 表单 由 technical-review 改为 review（第二十五条第二项）',
    ],
    [
      'a listener',
      '<zeebe:executionListener eventType="end" type="close-task" retries="8" />',
      '',
      '技术评审 删除执行监听 end close-task（第二十五条第二项）',
    ],
    [
      'a retry',
      'close-task" retries="8"',
      'close-task" retries="3"',
      '技术评审 监听 end close-task 的重试次数 由 8 改为 3',
    ],
    [
      'another input',
      'source="=null" target="remark"',
      'source="=1" target="remark"',
      '技术评审 输入参数 remark 由 空 改为 1',
    ],
    [
      'an output',
      'ground: ground}" target="result_Task_TechnicalReview"',
      'ground: null}" target="result_Task_TechnicalReview"',
      '技术评审 输出参数 result_Task_TechnicalReview 由 {outcome: outcome, opinion: opinion, ground: ground} 改为 {outcome: outcome, opinion: opinion, ground: null}',
    ],
    [
      'the default way',
      'default="Flow_TechnicalReview_Void"',
      'default="Flow_TechnicalReview_Reject"',
      '技术评审结论？ 的默认分支由 “签署无效” 改为 “不通过”',
    ],
    [
      'an error code',
      'errorCode="APPROVAL_REJECTED"',
      'errorCode="REJECTED"',
      '审批不予通过 错误代码 由 APPROVAL_REJECTED 改为 REJECTED',
    ],
    [
      'a kind',
      '<bpmn:serviceTask id="Task_Remind"',
      '<bpmn:serviceTask id="Task_Remind" foo="1"',
      '催办 设置 foo 由 空 改为 1',
    ],
    [
      'what holds anyway',
      '<bpmn:serviceTask id="Task_Remind"',
      '<bpmn:serviceTask id="Task_Remind" isForCompensation="false"',
      '只调整了文件格式，内容没有变化',
    ],
    ['a move', 'x="480" y="200"', 'x="480" y="210"', '只调整了图形位置'],
    ['a comment', '<bpmn:error ', '<!-- why --><bpmn:error ', '只调整了文件格式，内容没有变化'],
  ])('%s', async (_, what, by, expected) => {
    const changes = await edited(REVIEW, what, by);
    expect(changes.map(({ legal, sentence }) => `${legal ? '法 ' : ''}${sentence}`)).toContain(
      expected,
    );
  });

  test('where a way leads', async () => {
    const before = read(REVIEW);
    const flow = 'sourceRef="Gateway_TechnicalReview" targetRef="Task_ConfirmRequirements"';
    const after = before
      .replace(flow, 'sourceRef="Gateway_TechnicalReview" targetRef="Task_TechnicalReview"')
      .replace('<bpmn:incoming>Flow_TechnicalReview_Return</bpmn:incoming>', '')
      .replace(
        '<bpmn:incoming>Flow_TechnicalReview_Void</bpmn:incoming>',
        '<bpmn:incoming>Flow_TechnicalReview_Void</bpmn:incoming><bpmn:incoming>Flow_TechnicalReview_Return</bpmn:incoming>',
      );
    expect(await changesBetween(REVIEW, before, after)).toEqual([
      {
        path: REVIEW,
        kind: 'changed',
        elementId: 'Flow_TechnicalReview_Return',
        sentence: '技术评审结论？“退回业主单位” 之后由 确认需求、编修文本 改为 技术评审',
        legal: false,
      },
    ]);
  });

  test('the order of conditions', async () => {
    const before = read(REVIEW);
    const [reject = ''] =
      /<bpmn:sequenceFlow id="Flow_TechnicalReview_Reject"[\s\S]*?<\/bpmn:sequenceFlow>/.exec(
        before,
      ) ?? [];
    const after = before
      .replace(reject, '')
      .replace('<bpmn:sequenceFlow id="Flow_TechnicalReview_Approve"', `${reject}$&`);
    const changes = await changesBetween(REVIEW, before, after);
    expect(changes.map(({ sentence }) => sentence)).toEqual([
      '技术评审结论？ 分支判断的先后顺序有调整',
    ]);
  });

  test('a called process', async () => {
    const changes = await edited(
      'approval-small/approval-small.bpmn',
      'processId="stage-budget"',
      'processId="stage-design"',
    );
    expect(changes.map(({ sentence }) => sentence)).toEqual([
      '项目预算审批 调用的流程 由 stage-budget 改为 stage-design',
    ]);
  });

  test('a removed step', async () => {
    const before = read(REVIEW);
    const after = before
      .replace(/<bpmn:endEvent id="End_Reminded"[\s\S]*?<\/bpmn:endEvent>/, '')
      .replace(/<bpmn:sequenceFlow id="Flow_DelayFull_No".*?\/>/, '')
      .replace('<bpmn:outgoing>Flow_DelayFull_No</bpmn:outgoing>', '')
      .replace(' default="Flow_DelayFull_No"', '')
      .replace(/<bpmndi:BPMNShape id="End_Reminded_di"[\s\S]*?<\/bpmndi:BPMNShape>/, '')
      .replace(/<bpmndi:BPMNEdge id="Flow_DelayFull_No_di"[\s\S]*?<\/bpmndi:BPMNEdge>/, '');
    const changes = await changesBetween(REVIEW, before, after);
    expect(changes.map(({ sentence }) => sentence)).toEqual([
      '删除结束事件 已催办',
      '删除连线“否” 前期延误满30个工作日？ → 已催办',
      '前期延误满30个工作日？ 的默认分支由 “否” 改为 无',
    ]);
  });

  test('a new and a removed process', async () => {
    const source = read(REVIEW);
    const added = await changesBetween(REVIEW, null, source);
    expect(added.map(({ kind, sentence }) => `${kind} ${sentence}`)).toEqual([
      'added 新增流程 技术评审',
      'added 新增 技术评审（时限 15 工作日，第二十五条第二项）',
      'added 新增 确认需求、编修文本（第二十五条第二项）',
    ]);
    const [removed] = await changesBetween(REVIEW, source, null);
    expect(removed).toMatchObject({ kind: 'removed', sentence: '删除流程 技术评审', legal: true });
  });

  test('what cannot be read is compared as text', async () => {
    const changes = await edited(REVIEW, '</bpmn:definitions>', '');
    expect(changes).toEqual([
      expect.objectContaining({ sentence: expect.stringContaining('文件无法按模型读取') }),
    ]);
  });
});

describe('a decision table', () => {
  test.each([
    ['a threshold', '&lt; 200', '&lt; 300', '审批路径 第1行：投资额(万元) ＜ 200 → ＜ 300'],
    [
      'a text',
      '"county-approval"',
      '"approval-small"',
      '审批路径 第1行：审批路径 county-approval → approval-small',
    ],
    [
      'an annotation',
      '小于200万元的',
      '小于300万元的',
      '审批路径 第1行：批注由“第二十一条：县级项目小于200万元的由县级审批、报市备案”改为“第二十一条：县级项目小于300万元的由县级审批、报市备案”',
    ],
    ['the hit policy', 'UNIQUE', 'FIRST', '审批路径 命中策略 由 UNIQUE 改为 FIRST'],
    [
      'the default hit policy left out',
      ' hitPolicy="UNIQUE"',
      '',
      '只调整了文件格式，内容没有变化',
    ],
    [
      'a column',
      'label="投资额(万元)"',
      'label="投资"',
      '审批路径 条件列“投资额(万元)”改名为“投资”',
    ],
    [
      'what a column reads',
      'text>investment<',
      'text>total<',
      '审批路径 条件列“投资额(万元)” 取值 由 investment 改为 total',
    ],
    [
      'a rule',
      /<rule id="Rule_ApprovalRoute_county">[\s\S]*?<\/rule>/,
      '',
      '审批路径 删除第1行：投资额(万元) ＜ 200，项目类别 除 operations 外，项目层级 county → 审批路径 county-approval，审批规模 空，依据 第二十一条（第二十一条：县级项目小于200万元的由县级审批、报市备案）',
    ],
  ])('%s', async (_, what, by, expected) => {
    const changes = await edited(ROUTE, what, by);
    expect(changes.map(({ sentence }) => sentence)).toEqual([expected]);
    expect(changes.every(({ kind, legal }) => legal || kind === 'layout')).toBe(true);
  });

  test('a hit policy in place of the default one', async () => {
    const before = read(ROUTE).replace(' hitPolicy="UNIQUE"', '');
    const after = before.replace('<decisionTable ', '<decisionTable hitPolicy="COLLECT" ');
    const changes = await changesBetween(ROUTE, before, after);
    expect(changes.map(({ sentence }) => sentence)).toEqual([
      '审批路径 命中策略 由 UNIQUE 改为 COLLECT',
    ]);
  });

  test('the order of rules', async () => {
    const before = read(ROUTE);
    const [first = ''] = /<rule id="Rule_ApprovalRoute_county">[\s\S]*?<\/rule>/.exec(before) ?? [];
    const after = before.replace(first, '').replace('</decisionTable>', `${first}$&`);
    const changes = await changesBetween(ROUTE, before, after);
    expect(changes.map(({ sentence }) => sentence)).toEqual(['审批路径 规则的先后顺序有调整']);
  });
});

describe('a form', () => {
  test.each([
    [
      'a label',
      '"label": "送审可行性研究报告"',
      '"label": "报告"',
      ['分组“报告” 标签 由“送审可行性研究报告”改为“报告”'],
    ],
    ['required', '"required": true', '"required": false', ['字段“结论” 必填 由 是 改为 否']],
    [
      'an option',
      '"value": "approve"',
      '"value": "pass"',
      ['字段“结论” 删除选项“通过评审”（approve）', '字段“结论” 新增选项“通过评审”（pass）'],
    ],
    ['a width', '"columns": null', '"columns": 6', ['只调整了图形位置']],
    [
      'a new field',
      '"components": [',
      '"components": [{"id":"Field_no","type":"textfield","key":"no","label":"审批文号","validate":{"required":true}},',
      ['新增字段 审批文号（文本框，必填）'],
    ],
  ])('%s', async (_, what, by, expected) => {
    const changes = await edited(FORM, what, by);
    expect(changes.map(({ sentence }) => sentence)).toEqual(expected);
  });
});

describe('a notice', () => {
  test('a line', async () => {
    expect(await edited(NOTICE, '抄送：参加联合会审的部门。\n', '')).toEqual([
      {
        path: NOTICE,
        kind: 'changed',
        elementId: null,
        sentence: '通知“项目启动通知” 第37行删除“抄送：参加联合会审的部门。”',
        legal: false,
      },
    ]);
  });
});
