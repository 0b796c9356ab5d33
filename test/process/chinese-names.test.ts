import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { anApplication } from './support/application.ts';
import { exported } from './support/exported.ts';
import { fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const MODEL = 'bpmn/project-application/project-application.bpmn';
const resourceSchema = z.object({
  resource: z.string().transform((base64) => Buffer.from(base64, 'base64').toString('utf8')),
  version: z.number(),
});

/** The newest deployed text of a model. */
async function deployed(kind: string, filter: object): Promise<string> {
  const versions = await exported(world.search, kind, [filter], resourceSchema);
  return versions.sort((a, b) => a.version - b.version).at(-1)?.resource ?? '';
}

test.concurrent('a process, a form and a decision table keep their Chinese through the deployment', async () => {
  const [process, form] = await Promise.all([
    deployed('process', { term: { 'value.bpmnProcessId': 'project-application' } }),
    deployed('form', { term: { 'value.formId': 'application-form' } }),
  ]);
  expect(process).toBe(readFileSync(MODEL, 'utf8'));
  expect(process).toContain('name="初步审核"');
  expect(form).toContain('"项目应用单位');
  const { decisionName, evaluatedDecisions } = await world.engine.evaluateDecision({
    decisionId: 'refusal-grounds',
    variables: { refusalItems: ['item-3'] } as never,
  });
  expect(decisionName).toBe('不予支持情形');
  expect(evaluatedDecisions[0]?.decisionOutput).toContain('政务云');
});

test.concurrent('a name with rare characters is the same on the task, in the records and in the process', async () => {
  const projectName = '㳇口𠅤村“数字乡镇”平台——𠮷字号';
  const project = await fileAt(world, 'Task_PreliminaryReview', anApplication({ projectName }));

  const review = await project.shown('Task_PreliminaryReview');
  expect(review.projectName).toBe(projectName);
  const card = (await project.allVariables()).find(({ name }) => name === 'taskContextDisplayName');
  expect(card?.value).toContain(projectName);
});
