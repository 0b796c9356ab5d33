import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadLabels } from '../../models/labels.ts';
import { modelsFolder } from '../workers/support/builders.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'labels-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a step has the label of its own model', async () => {
  const labels = await loadLabels(modelsFolder);
  expect(labels.of('stage-technical-review', 'Task_TechnicalReview')).toBe('技术评审');
  expect(labels.of('stage-budget', 'Task_PrepareBudget')).toBe('编制项目预算');
});

test('steps inside sub-processes have theirs too', async () => {
  const labels = await loadLabels(modelsFolder);
  expect(labels.of('project-application', 'Task_JointReview')).toBe('联合会审');
  expect(labels.of('project-application', 'Task_DelayDecision')).toBe('延后30个工作日审定');
});

test('what the models do not name is shown by its id', async () => {
  const labels = await loadLabels(modelsFolder);
  expect(labels.of('project-application', 'Task_Unknown')).toBe('Task_Unknown');
  expect(labels.of('no-such-process', 'Task_TechnicalReview')).toBe('Task_TechnicalReview');
});

test('a file that is not BPMN is named', async () => {
  mkdirSync(join(folder, 'broken'));
  writeFileSync(join(folder, 'broken/broken.bpmn'), '<not><closed>');
  await expect(loadLabels(folder)).rejects.toThrow(/broken\/broken\.bpmn 不是有效的 BPMN 模型/);
});
