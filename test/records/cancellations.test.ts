import { beforeEach, expect, test } from '@jest/globals';
import { aClock, aMessage, aProceeding } from '../support/records.ts';
import { useRecords } from '../support/use-records.ts';

const use = useRecords();
const ROOT = '2251799813685200';
const VISIT = aClock().elementInstanceKey;
const AT = new Date('2026-03-05T02:00:00Z');
const ID = 'b1f0c6de-6f2f-4f0c-9a52-0c1f2f0d8a11';
let projectId: string;

beforeEach(async () => {
  await use.sql.query('truncate projects, proceedings, clocks, messages, cancellations cascade');
  projectId = await use.records.openProject(aProceeding(ROOT), 2026, {
    projectName: '智慧校园',
    applicantUnit: '市教育局',
    investment: '150',
  });
  await use.records.openClock(aClock({ projectId, proceeding: ROOT }));
});

const nobody = { at: AT, changeId: null };

test('what has ended by itself is not cancelled afterwards, and nobody is told', async () => {
  await use.records.endProceeding(ROOT, new Date('2026-03-04T02:00:00Z'));
  const mails = [aMessage({ projectId })];
  expect(await use.records.cancelProceeding(ROOT, nobody, mails)).toBe(false);
  expect(await use.records.closeLeft(VISIT, AT, { changeId: ID, mails })).toBe(false);

  expect(await use.records.proceedings(projectId)).toMatchObject([{ ending: 'completed' }]);
  expect(await use.records.clock(VISIT)).toMatchObject({ closeReason: 'ended' });
  expect(await use.records.cancellations(projectId)).toEqual([]);
  expect((await use.sql.query('select id from messages')).rows).toEqual([]);
});

test('what was cancelled does not end a second time', async () => {
  expect(await use.records.cancelProceeding(ROOT, nobody, [])).toBe(true);
  await use.records.endProceeding(ROOT, new Date('2026-03-06T02:00:00Z'));
  expect(await use.records.proceedings(projectId)).toMatchObject([
    { ending: 'cancelled', endedAt: AT },
  ]);
  expect(await use.records.clock(VISIT)).toMatchObject({
    ...{ closedOn: '2026-03-05', closeReason: 'cancelled' },
  });
});

test('another proceeding of the project goes on', async () => {
  const other = aProceeding('2251799813685900', { kind: 'other' });
  await use.records.openProceeding(other, projectId);
  await use.records.openClock(
    aClock({ projectId, proceeding: '2251799813685900', elementInstanceKey: '8' }),
  );
  await use.records.cancelProceeding(ROOT, nobody, []);
  expect(await use.records.clock('8')).toMatchObject({ closedOn: null });
  expect(await use.records.openProceedingsOf([ROOT, '2251799813685900'])).toMatchObject([
    { rootInstance: '2251799813685900' },
  ]);
});

test('a change that was refused is forgotten, and one is fresh for its time', async () => {
  expect(await use.records.changedWithin(60)).toBe(false);
  const change = {
    ...{ id: ID, at: AT, person: 'shuju.zhang', personName: '张慧敏', instance: ROOT },
    ...{ rootInstance: ROOT, operation: 'cancel' as const, what: '', takes: [], reason: '撤销' },
  };
  await use.records.keepChange(change);
  await use.records.keepChange({ ...change, reason: '另一个原因' });
  expect(await use.records.changesBelow(ROOT)).toEqual([change]);
  expect(await use.records.changedWithin(60)).toBe(true);
  await use.sql.query("update operator_changes set kept_at = now() - interval '61 seconds'");
  expect(await use.records.changedWithin(60)).toBe(false);
  await use.records.dropChange(ID);
  expect(await use.records.changesBelow(ROOT)).toEqual([]);
});
