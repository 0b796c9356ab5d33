import { expect, test } from '@jest/globals';
import { closeCall } from '../../../workers/close-call/index.ts';
import { aProceeding } from '../../support/records.ts';
import { aJob } from '../support/builders.ts';
import { useDeps } from '../support/use-deps.ts';

const use = useDeps();

test('a call goes on when what was called came in, and is an incident when it did nothing', async () => {
  const facts = { projectName: '智慧校园', applicantUnit: '市教育局', investment: '150' };
  const projectId = await use.records.openProject(aProceeding('root'), 2031, facts);
  const job = aJob({ elementId: 'Call_Budget', processInstanceKey: 'root' });
  const { elementInstanceKey } = job;
  const ticket = await use.records.makeTicket({
    ...{ elementInstanceKey, processInstanceKey: 'root', projectId, proceeding: 'root' },
    ...{ calledProcessId: 'stage-budget', madeAt: new Date() },
  });
  await expect(closeCall.run({}, job, use.deps)).rejects.toMatchObject({
    ...{ code: 'call-not-entered', message: expect.stringContaining('Call_Budget') },
  });
  await use.records.enter(ticket, { processInstanceKey: 'child', processId: 'stage-budget' });
  expect(await closeCall.run({}, job, use.deps)).toEqual({});
});
