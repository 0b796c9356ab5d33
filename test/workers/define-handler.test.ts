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

test.each([
  ['a name', { ['n'.repeat(101)]: 1 }, /变量“n+…”的名称有101字节，不得超过100字节/],
  ['a value', { plan: '长'.repeat(333_334) }, /变量“plan”的内容有1000004字节，不得超过1000000字节/],
])('%s too large is an incident that says cause and cure', async (_what, more, words) => {
  const variables = { days: 4, unit: { name: '市教育局' }, ...more };
  await expect(handler.run(variables, aJob(), deps)).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'oversized-variables',
    message: expect.stringMatching(words),
  });
});

test('the largest that fit reach the handler', async () => {
  const largest = { ['n'.repeat(100)]: 'x'.repeat(999_998) };
  const variables = { days: 4, unit: { name: '市教育局' }, ...largest };
  expect(await handler.run(variables, aJob(), deps)).toMatchObject({ twice: 8 });
});

test('unfit ones are an incident that names the step and every variable, in Chinese', async () => {
  const run = handler.run({ unit: {} }, aJob({ elementId: 'Task_X' }), deps);
  await expect(run).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'bad-variables',
    message: expect.stringMatching(/Task_X.*days：.*无效.*unit\.name：.*无效/),
  });
});
