import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { defineHandler } from '../../workers/define-handler.ts';
import type { Deps } from '../../workers/handler.ts';
import { aJob } from './support/builders.ts';

const deps = {} as Deps;
const handler = defineHandler({
  type: 'probe',
  input: z.object({ days: z.number(), unit: z.object({ name: z.string() }) }),
  handle: async ({ days, unit }, job) => ({ twice: days * 2, unit: unit.name, key: job.jobKey }),
});

test('variables that fit reach the handler', async () => {
  const job = aJob();
  const variables = { days: 4, unit: { name: '市教育局' }, more: true };
  expect(await handler.run(variables, job, deps)).toEqual({
    twice: 8,
    unit: '市教育局',
    key: job.jobKey,
  });
});

test('unfit ones are an incident that names the step and every variable, in Chinese', async () => {
  const run = handler.run({ unit: {} }, aJob({ elementId: 'Task_X' }), deps);
  await expect(run).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'bad-variables',
    message: expect.stringMatching(/Task_X.*days：.*无效.*unit\.name：.*无效/),
  });
});
