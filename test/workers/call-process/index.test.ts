import { expect, test } from '@jest/globals';
import { callProcess } from '../../../workers/call-process/index.ts';
import { aProceeding } from '../../support/records.ts';
import { aJob } from '../support/builders.ts';
import { useDeps } from '../support/use-deps.ts';

const use = useDeps();
const facts = { projectName: '智慧校园', applicantUnit: '市教育局', investment: '150' };
const aCall = (some = {}) =>
  aJob({ processId: 'approval-small', elementId: 'Call_Budget', ...some });
const call = async (job: ReturnType<typeof aCall>) =>
  String((await callProcess.run({ projectId: 'JJSZ-2031-9999' }, job, use.deps)).ticket);

test('a call makes one ticket for the process that the model calls, however often it runs', async () => {
  const projectId = await use.records.openProject(aProceeding('root'), 2031, facts);
  const job = aCall({ processInstanceKey: 'root' });
  const ticket = await call(job);
  expect(await call(job)).toBe(ticket);
  const design = { processInstanceKey: 'child', processId: 'stage-design' };
  expect(await use.records.enter(ticket, design)).toBeUndefined();
  expect(await use.records.enter(ticket, { ...design, processId: 'stage-budget' })).toEqual({
    ...{ projectId, proceeding: 'root' },
  });
});

test('what was called calls in turn, for the same project', async () => {
  const projectId = await use.records.openProject(aProceeding('root-2'), 2031, facts);
  const outer = await call(aCall({ processInstanceKey: 'root-2' }));
  await use.records.enter(outer, { processInstanceKey: 'stage', processId: 'stage-budget' });
  const job = { processId: 'stage-budget', elementId: 'Call_ExtendPrepareBudget' };
  const inner = await call(aCall({ ...job, processInstanceKey: 'stage' }));
  const child = { processInstanceKey: 'extension', processId: 'stage-extension' };
  expect(await use.records.enter(inner, child)).toEqual({ projectId, proceeding: 'root-2' });
});

test('an instance nobody called calls nothing: its job is tried again', async () => {
  await expect(call(aCall({ processInstanceKey: 'by-hand' }))).rejects.toThrow('by-hand');
});

test('what an older version calls is not known: its ticket is good for any process', async () => {
  await use.records.openProject(aProceeding('root-3'), 2031, facts);
  await use.records.recordDeployments([
    {
      ...{ key: 'k', kind: 'process', id: 'approval-small', version: 2, path: 'p', commit: 'c' },
      submissionId: null,
    },
  ]);
  const ticket = await call(aCall({ processInstanceKey: 'root-3' }));
  const child = { processInstanceKey: 'old-child', processId: 'stage-of-old' };
  expect(await use.records.enter(ticket, child)).toBeDefined();
});
