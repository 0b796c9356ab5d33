import { expect, test } from '@jest/globals';
import type { NewMessage, WorkerRecords } from '../../../records/index.ts';
import { scenarioRecords } from '../../../web-modeler/scenario/records.ts';
import {
  aClock,
  aClosing,
  aDecision,
  aMessage,
  aProceeding,
  aScope,
} from '../../support/records.ts';
import { useRecords } from '../../support/use-records.ts';

const use = useRecords();

const PROJECT = 'JJSZ-2031-0000';
const at = (day: string) => new Date(`${day}T02:00:00Z`);

/** What the handlers of one project do, and what they are answered. */
async function work(records: WorkerRecords, projectId: string): Promise<unknown[]> {
  const of = { projectId, proceeding: 'main', processInstanceKey: 'stage' };
  const owner = { ...of, role: 'owner' as const, elementId: 'Task_PrepareBudget', assignee: 'li' };
  const terms = { position: '经办人', eachVisit: false, grounds: [], handedBackOn: [] };
  const asks = { ...of, elementInstanceKey: 'c', limitDays: null, deadline: null };
  const answers: unknown[] = [
    await records.openClock(aClock({ ...of, elementInstanceKey: 'a' }), [
      aMessage({ id: '3', projectId }),
    ]),
    // A repeated job finds what is there.
    await records.openClock(aClock({ ...of, elementInstanceKey: 'a', body: '市财政局' })),
    await records.openClock(aClock({ ...owner, elementInstanceKey: 'b' })),
    await records.openClock(
      aClock({ ...asks, answer: { terms: { ...terms, decidesExtension: true } } }),
    ),
    await records.openClock(aClock({ ...owner, ...asks, elementInstanceKey: 'd' })),
    [...(await records.countOpenTasks(['li', aClock().assignee, 'nobody']))].sort(),
  ];
  const decided = aDecision({ ...of, elementInstanceKey: 'a' });
  await records.closeClock(decided, aClosing(), [aMessage({ id: '0', projectId })]);
  const later = aClosing({ closedOn: '2026-03-12', used: 8, reason: 'void' });
  await records.closeClock({ ...decided, outcome: 'reject' }, later);
  const entered = { outcome: 'approve', grantedDays: 5 };
  const granted = { ...of, elementInstanceKey: 'c', entered, signedAt: at('2026-03-11') };
  await records.closeClock(aDecision(granted), aClosing());
  answers.push(
    await records.clock('a'),
    await records.clock('none'),
    await records.openClocks({ processInstanceKey: 'stage' }),
    await records.openClocks({ processInstanceKey: 'other' }),
    await records.ownerClocks(aScope(projectId)),
    await records.past(aScope(projectId)),
    await records.queueMessages([
      aMessage({ id: '0', projectId }),
      aMessage({ id: '1', projectId }),
      aMessage({ id: '2', projectId }),
    ]),
    await records.queueMessages([
      aMessage({ id: '2', projectId }),
      aMessage({ id: '3', projectId }),
    ]),
    await records.refer(aScope(projectId), 1, 'job-1', 31),
    await records.refer(aScope(projectId), 1, 'job-2', 32),
    await records.refer(aScope(projectId), 1, 'job-1', 33),
    await records.refer(aScope(projectId), 2, 'job-3', 61),
    await records.past(aScope(projectId)),
    await records.similarOpenProjects('市教育局', projectId),
  );
  await records.endProceeding('main', at('2026-04-01'));
  answers.push(
    await records.openClocks({}),
    await records.clock('b'),
    await records.project(projectId),
    await records.project('JJSZ-1999-0001'),
  );
  return answers;
}

test('answers the handlers of one project as PostgreSQL does', async () => {
  const messages: NewMessage[] = [];
  const { records } = scenarioRecords((message) => messages.push(message));
  const facts = { projectName: '智慧校园', applicantUnit: '市教育局', investment: '150' };

  const real = await use.records.openProject(aProceeding('main'), 2031, facts);
  expect(await records.openProject(aProceeding('main'), 2031, facts)).toBe(PROJECT);
  expect(await records.openProject(aProceeding('main'), 2031, facts)).toBe(PROJECT);

  const expected = JSON.stringify(await work(use.records, real)).replaceAll(real, PROJECT);
  const found = JSON.parse(JSON.stringify(await work(records, PROJECT)));
  expect(found).toMatchObject(JSON.parse(expected));
  expect(messages.map(({ id }) => id)).toEqual(['3', '0', '1', '2']);
});
