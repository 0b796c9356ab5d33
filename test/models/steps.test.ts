import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadSteps } from '../../models/load.ts';
import { modelsFolder } from '../workers/support/builders.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'steps-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a step has the label of its own model', async () => {
  const steps = await loadSteps(modelsFolder);
  expect(steps.label('stage-technical-review', 'Task_TechnicalReview')).toBe('技术评审');
  expect(steps.label('stage-budget', 'Task_PrepareBudget')).toBe('编制项目预算');
});

test('steps inside sub-processes have theirs too', async () => {
  const steps = await loadSteps(modelsFolder);
  expect(steps.label('project-application', 'Task_JointReview')).toBe('联合会审');
  expect(steps.label('project-application', 'Task_DelayDecision')).toBe('延后30个工作日审定');
});

test('what the models do not name is shown by its id', async () => {
  const steps = await loadSteps(modelsFolder);
  expect(steps.label('project-application', 'Task_Unknown')).toBe('Task_Unknown');
  expect(steps.label('no-such-process', 'Task_TechnicalReview')).toBe('Task_TechnicalReview');
});

test('a user task offers the outcomes of its form', async () => {
  const steps = await loadSteps(modelsFolder);
  expect(steps.outcomes('stage-budget', 'Task_ApproveBudget')).toEqual([
    ...['approve', 'return', 'reject'],
  ]);
  expect(steps.outcomes('project-application', 'Task_JointReview')).toEqual([
    ...['support', 'support-with-changes', 'object'],
  ]);
  expect(steps.outcomes('stage-budget', 'Task_Remind')).toBeUndefined();
  expect(steps.outcomes('no-such-process', 'Task_ApproveBudget')).toBeUndefined();
});

test('a file that is not BPMN is named', async () => {
  mkdirSync(join(folder, 'broken'));
  writeFileSync(join(folder, 'broken/broken.bpmn'), '<not><closed>');
  await expect(loadSteps(folder)).rejects.toThrow(/broken\/broken\.bpmn 不是有效的 BPMN 模型/);
});

test('a file that is no form is named', async () => {
  const forms = mkdtempSync(join(folder, 'forms-'));
  writeFileSync(join(forms, 'broken.form'), '{"id": 5}');
  await expect(loadSteps(forms)).rejects.toThrow(/broken\.form 不是有效的表单/);
});
