import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readBpmn } from '../../../models/bpmn.ts';
import {
  mappedElements,
  processProblem,
  stepProblem,
  type Version,
  versionOf,
} from '../../../web-modeler/publishing/server/migratable.ts';
import { models, REVIEW } from './world.ts';

const review = models[REVIEW] ?? '';

async function version(source: string, id = 'stage-technical-review'): Promise<Version> {
  const { definitions } = await readBpmn(source);
  const found = versionOf(definitions, id);
  if (!found) throw new Error(`no process ${id}`);
  return found;
}

/** Why a project at the technical review cannot move to an edited model. */
async function edited(what: string | RegExp, by: string, at = 'Task_TechnicalReview') {
  const after = review.replace(what, by);
  expect(after).not.toBe(review);
  return stepProblem(await version(review), await version(after), at);
}

describe('a step', () => {
  test.each([
    ['with another limit moves', 'source="=15" target', 'source="=10" target', null],
    ['that is gone', 'id="Task_TechnicalReview"', 'id="Task_Other"', '新版本没有“技术评审”'],
    [
      'of another type',
      /userTask( id="Task_TechnicalReview"[\s\S]*?<\/bpmn:)userTask/,
      'manualTask$1manualTask',
      '换了类型',
    ],
    ['with another implementation', '<zeebe:userTask />', '', '换了待办任务的实现方式'],
    [
      'done by several',
      '<bpmn:incoming>Flow_Start_TechnicalReview',
      '<bpmn:multiInstanceLoopCharacteristics /><bpmn:incoming>Flow_Start_TechnicalReview',
      '改变了并行办理的方式',
    ],
    [
      'with an escalation beside it',
      '<bpmn:timerEventDefinition id="TimerDefinition_TechnicalReview">',
      '<bpmn:escalationEventDefinition id="E" /><bpmn:timerEventDefinition id="TimerDefinition_TechnicalReview">',
      '新版本中带有“升级”类型的边界事件',
    ],
  ])('%s', async (_, what, by, expected) => {
    const found = await edited(what, by);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toContain(expected);
  });

  test('that moved into a sub-process', async () => {
    const wrapped = review
      .replace(
        '<bpmn:userTask id="Task_ConfirmRequirements"',
        '<bpmn:subProcess id="SubProcess_New">$&',
      )
      .replace(
        /(<bpmn:userTask id="Task_ConfirmRequirements"[\s\S]*?<\/bpmn:userTask>)/,
        '$1</bpmn:subProcess>',
      );
    const found = stepProblem(
      await version(review),
      await version(wrapped),
      'Task_ConfirmRequirements',
    );
    expect(found).toContain('移到了另一个子流程');
  });

  test('the engine does not move from an event that ends', async () => {
    const same = await version(review);
    expect(stepProblem(same, same, 'End_Reminded')).toContain('引擎不支持');
    expect(stepProblem(same, same, 'Task_Unknown')).toContain('找不到');
  });
});

describe('a process', () => {
  test('moves', async () => {
    const same = await version(review);
    expect(processProblem(same, same)).toBeNull();
  });

  test('with an event sub-process that an escalation starts does not move in 8.6', async () => {
    const source = readFileSync('bpmn/project-application/project-application.bpmn', 'utf8');
    const same = await version(source, 'project-application');
    expect(processProblem(same, same)).toContain('由“升级”触发的事件子流程');
  });
});

test('a running timer goes along with its step, and only where it still is', async () => {
  const same = await version(review);
  expect(mappedElements(same, same, ['Task_TechnicalReview'])).toEqual([
    'Task_TechnicalReview',
    'Timer_TechnicalReview',
  ]);
  const without = await version(review.replaceAll('Timer_TechnicalReview', 'Timer_Other'));
  expect(mappedElements(same, without, ['Task_TechnicalReview'])).toEqual(['Task_TechnicalReview']);
  expect(mappedElements(same, same, ['Task_ConfirmRequirements'])).toEqual([
    'Task_ConfirmRequirements',
  ]);
});
