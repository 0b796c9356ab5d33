import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openRecords, type Records } from '../../records/index.ts';
import { closeProject } from '../../workers/close-project/index.ts';
import { closeTask } from '../../workers/close-task/index.ts';
import type { Deps } from '../../workers/handler.ts';
import { openTask } from '../../workers/open-task/index.ts';
import { remind } from '../../workers/remind/index.ts';
import { aJob, application, aTask } from '../workers/support/builders.ts';
import { useDeps } from '../workers/support/use-deps.ts';
import { makeOldSchema, OLD_ROWS } from './support/old-data.ts';

const use = useDeps();
const OPEN = 'JJSZ-2031-0001';
const WITHDRAWN = 'JJSZ-2031-0002';

let records: Records;
let deps: Deps;
beforeAll(async () => {
  const url = await use.postgres.createDatabase();
  await makeOldSchema(url);
  const sql = new pg.Client(url);
  await sql.connect();
  await sql.query(OLD_ROWS);
  await sql.end();
  records = await openRecords(url);
  deps = { ...use.deps, records };
});
afterAll(() => records?.close());

test('each project has one proceeding, which holds all that was kept of it', async () => {
  expect(await records.proceedings(OPEN)).toMatchObject([
    { rootInstance: '100', processId: 'project-application', kind: 'application', endedAt: null },
  ]);
  expect(await records.proceedings(WITHDRAWN)).toMatchObject([
    { rootInstance: '200', ending: 'withdrawn', endedAt: new Date('2031-08-20T01:00:00Z') },
  ]);
  expect(await records.proceedings('JJSZ-2031-0003')).toMatchObject([{ ending: 'classified' }]);
  expect(await records.clock('121')).toMatchObject({ proceeding: '100', closedOn: null });
  expect(await records.clock('211')).toMatchObject({ proceeding: '200' });
  const wish = { elementInstanceKey: '212', processId: 'application-withdrawal' };
  expect(await records.withdrawalFate(wish)).toBe('withdrawn');
});

test('open and closed projects are told apart, and the next gets the next number', async () => {
  expect(await records.similarOpenProjects('市教育局', '')).toEqual([
    { projectId: OPEN, projectName: '智慧校园' },
  ]);
  expect(await records.project(WITHDRAWN)).toMatchObject({ open: false });
  const first = {
    ...{ rootInstance: '400', processId: 'project-application', kind: 'application' as const },
    openedAt: new Date('2031-09-01T01:00:00Z'),
  };
  const facts = { projectName: '智慧公园', applicantUnit: '市教育句', investment: '9' };
  expect(await records.openProject(first, 2031, facts)).toBe('JJSZ-2031-0004');
});

describe('an open project goes on', () => {
  const budget = {
    ...{ processId: 'stage-budget', elementId: 'Task_ApproveBudget', processInstanceKey: '110' },
    ...{ elementInstanceKey: '112' },
  };
  const called = aJob({ elementInstanceKey: '121', processInstanceKey: '120' });

  test('its step opens in a called process that was handed no proceeding, and shows what happened', async () => {
    use.at('2031-09-25T10:00:00+08:00');
    const task = aTask({ projectId: OPEN, body: '市财政局', limitDays: 20 });
    const answer = await openTask.run(task, aJob(budget), deps);
    expect(answer).toMatchObject({
      ownerDelay: 8,
      history: [
        { step: '初步审核', outcome: '同意' },
        { step: '编制项目预算', signer: '唐婉清', outcome: '已提交' },
      ],
    });
    expect(await records.clock('112')).toMatchObject({ proceeding: '100' });
  });

  test("the owner's delay of before counts on, and is not referred a second time", async () => {
    use.at('2031-09-25T10:00:00+08:00');
    const input = { projectId: OPEN, application, delayLimit: 8 };
    const answer = await remind.run(input, { ...called, jobKey: 'job-2' }, deps);
    expect(answer).toEqual({ ownerDelay: 8, delayReferral: false });
  });

  test('a step opened before is closed, and its mail dropped', async () => {
    use.signedBy('data.zhang', '2031-09-24T10:00:00+08:00');
    const entered = { outcome: 'approve', opinion: '同意' };
    await closeTask.run({ result_Task_TechnicalReview: entered }, called, deps);
    expect(await records.clock('121')).toMatchObject({ closeReason: 'completed', used: 13 });
    expect(await records.decision('121')).toMatchObject({ signerName: '张慧敏', shown: null });
    const { history } = await records.past({ projectId: OPEN, processInstanceKey: '120' });
    expect(history.at(-1)).toMatchObject({ step: '技术评审', outcome: 'approve' });
    const due = await records.takeDueMessages(new Date('2032-01-01T00:00:00Z'), 9);
    expect(due.map(({ id }) => id)).not.toContain('reminder-amber-121');
  });

  test('it ends with the clocks of called processes', async () => {
    const root = aJob({ processId: 'project-application', processInstanceKey: '100' });
    await closeProject.run({}, root, deps);
    expect(await records.openClocks({ projectId: OPEN })).toEqual([]);
    expect(await records.proceedings(OPEN)).toMatchObject([{ ending: 'completed' }]);
  });
});
