import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ModelFile } from '../../../models/model-index.ts';
import { ScenarioError } from '../../../web-modeler/scenario/faults.ts';
import { readModels } from '../../../web-modeler/scenario/models.ts';
import { play, type Scenario, type Surroundings } from '../../../web-modeler/scenario/play.ts';
import { anApplication } from '../../process/support/application.ts';
import { surroundings } from './support/surroundings.ts';

let world: Surroundings;

beforeAll(async () => {
  world = await surroundings();
});

const REVIEW = 'project-application/Task_PreliminaryReview';
const choose = (on: string, visit: string, outcome: string, answer = {}) => ({
  ...{ on, visit, outcome, answer },
});

function played(some: Partial<Scenario>, surrounded = world) {
  const scenario: Scenario = {
    ...{ processId: 'project-application', filedOn: '2031-09-05', choices: [], until: null },
    variables: { application: anApplication() },
    ...some,
  };
  return play(scenario, surrounded);
}

async function refusal(some: Partial<Scenario>): Promise<ScenarioError> {
  const error = await played(some).catch((thrown: unknown) => thrown);
  if (error instanceof ScenarioError) return error;
  throw new Error(`expected a refusal, got ${error}`);
}

describe('a choice is refused', () => {
  test('before the day the step is opened', async () => {
    const choices = [
      choose('2031-09-10', REVIEW, 'approve'),
      choose('2031-09-08', 'project-application/Task_PrepareSolutions', 'submit'),
    ];
    expect(await refusal({ choices })).toMatchObject({
      ...{ code: 'bad-choice', choice: 1 },
      message:
        '“编制解决方案”2031-09-10 才开办，办结日期 2031-09-08 不能早于这一天，请改为 2031-09-10 或以后。',
    });
  });

  test('at a step that is over', async () => {
    const choices = [
      choose('2031-09-10', REVIEW, 'approve'),
      choose('2031-09-11', REVIEW, 'approve'),
    ];
    expect(await refusal({ choices })).toMatchObject({
      ...{ code: 'bad-choice', choice: 1 },
      message: expect.stringContaining('已于 2031-09-10 办结或终止'),
    });
  });

  test('at a step that does not come', async () => {
    const choices = [choose('2031-09-10', 'project-application/Task_Nowhere', 'approve')];
    expect(await refusal({ choices })).toMatchObject({ code: 'bad-choice', choice: 0 });
  });

  test.each(['void', 'support'])(
    'with the outcome %s, which nobody can choose there',
    async (outcome) => {
      const choices = [choose('2031-09-10', REVIEW, outcome)];
      expect(await refusal({ choices })).toMatchObject({
        code: 'bad-choice',
        message: expect.stringContaining('可以选择：'),
      });
    },
  );

  test('with an answer that would be void', async () => {
    const way = {
      processId: 'stage-budget',
      variables: {
        application: anApplication(),
        projectId: 'JJSZ-2031-0001',
        budgetApprover: '市财政局',
      },
    };
    const visit = 'stage-budget/Task_PrepareBudget';
    const choices = [choose('2031-09-10', visit, 'extend', { extensionDays: 99 })];
    expect(await refusal({ ...way, choices })).toMatchObject({
      code: 'bad-choice',
      message: expect.stringContaining('1 至 60 个工作日'),
    });
  });

  test.each(['2031-09-04', '2036-09-06', '2199-01-01'])('on %s', async (on) => {
    const choices = [choose(on, REVIEW, 'approve')];
    expect(await refusal({ choices })).toMatchObject({ code: 'bad-choice', choice: 0 });
  });
});

test('a filing day the calendar does not know is refused', async () => {
  expect(await refusal({ filedOn: '1999-01-01' })).toMatchObject({ code: 'bad-application' });
});

test('choices may be given out of order where steps run beside each other', async () => {
  const joint = (body: string) =>
    `project-application/SubProcess_JointReview[${body}]/Task_JointReview`;
  const choices = [
    choose('2031-09-08', REVIEW, 'approve'),
    choose('2031-09-08', 'project-application/Task_PrepareSolutions', 'submit'),
    choose('2031-09-08', 'project-application/Task_PreliminaryAppraisal', 'approve'),
    choose('2031-09-22', joint('市财政局'), 'support'),
    choose('2031-09-15', joint('市发改委'), 'support'),
  ];
  const { visits } = await played({ choices });
  expect(
    visits
      .filter(({ closedOn, elementId }) => closedOn !== null && elementId === 'Task_JointReview')
      .map(({ body, closedOn }) => [body, closedOn]),
  ).toEqual([
    ['市发改委', '2031-09-15'],
    ['市财政局', '2031-09-22'],
  ]);
});

describe('what cannot be walked is told, and what runs beside goes on', () => {
  const changed = (path: string, from: string | RegExp, to: string) =>
    surroundings((file: ModelFile) => {
      if (file.path !== path) return file;
      const source = file.source.replaceAll(new RegExp(from, 'g'), to);
      if (source === file.source) throw new Error(`nothing to change in ${path}`);
      return { path, source };
    });
  const stuckOf = async (world: Surroundings, some: Partial<Scenario> = {}) =>
    (await played(some, world)).happenings.filter(({ kind }) => kind === 'stuck');
  const MAIN = 'project-application/project-application.bpmn';
  const stage = (processId: string) => ({
    processId,
    variables: {
      application: anApplication(),
      ...{
        projectId: 'JJSZ-2031-0001',
        budgetApprover: '市财政局',
        technicalReviewer: '市数据管理部门',
      },
    },
  });

  test('a circle that nobody leaves', async () => {
    // The gateway's default way leads to its end; bent back to itself it turns for ever.
    const bent = await surroundings((file) =>
      file.path === 'stage-technical-review/stage-technical-review.bpmn'
        ? {
            path: file.path,
            source: file.source
              .replaceAll('targetRef="Task_TechnicalReview"', 'targetRef="Gateway_DelayFull"')
              .replaceAll('targetRef="End_Reminded"', 'targetRef="Gateway_DelayFull"'),
          }
        : file,
    );
    expect(await stuckOf(bent, stage('stage-technical-review'))).toMatchObject([
      { elementId: 'Gateway_DelayFull', text: expect.stringContaining('打转') },
    ]);
  });

  test('a condition that is neither true nor false', async () => {
    const world = await changed(MAIN, '=classified = true', '=classified + 1');
    expect(await stuckOf(world)).toMatchObject([
      { elementId: 'Gateway_CheckResult', text: expect.stringContaining('得不出“是”或“否”') },
    ]);
  });

  test('a body nobody knows', async () => {
    const world = await changed(
      MAIN,
      '"市数字政府领导小组办公室"\' target="body"',
      '"无此单位"\' target="body"',
    );
    expect(await stuckOf(world)).toMatchObject([
      { elementId: 'Task_PreliminaryReview', text: expect.stringContaining('无此单位') },
    ]);
  });

  test('a kind of element that no model of ours has', async () => {
    const world = await changed(MAIN, 'bpmn:userTask', 'bpmn:manualTask');
    expect(await stuckOf(world)).toMatchObject([
      { elementId: 'Task_PreliminaryReview', text: expect.stringContaining('ManualTask') },
    ]);
  });

  test('a timer that ends the step: it is told, the step stays open', async () => {
    const path = 'stage-technical-review/stage-technical-review.bpmn';
    const world = await changed(path, 'cancelActivity="false"', 'cancelActivity="true"');
    const { happenings, visits } = await played(stage('stage-technical-review'), world);
    expect(happenings.filter(({ kind }) => kind === 'stuck')).toMatchObject([
      { elementId: 'Timer_TechnicalReview', text: expect.stringContaining('定时') },
    ]);
    expect(visits).toMatchObject([{ closedOn: null, deadline: '2031-09-26' }]);
  });

  test('a process, a table and a notice that are not there', async () => {
    const called = await changed(
      'approval-small/approval-small.bpmn',
      'processId="stage-technical-review"',
      'processId="gone"',
    );
    expect(await stuckOf(called, stage('approval-small'))).toMatchObject([
      { elementId: 'Call_TechnicalReview', text: expect.stringContaining('没有流程“gone”') },
    ]);
    const notice = await changed(MAIN, '"classified-refused"', '"gone"');
    const variables = { application: anApplication({ classified: true }) };
    expect(await stuckOf(notice, { variables })).toMatchObject([
      { elementId: 'End_Classified', text: expect.stringContaining('没有通知模板“gone”') },
    ]);
  });

  test('a file that cannot be read is refused as a whole', async () => {
    await expect(readModels([{ path: 'a/a.bpmn', source: '<no' }], {})).rejects.toMatchObject({
      code: 'unreadable-content',
      message: expect.stringContaining('a/a.bpmn'),
    });
  });
});
