import { beforeEach, expect, test } from '@jest/globals';
import type { Terminated } from '../../../engine/terminated.ts';
import type { OperatorChange } from '../../../records/index.ts';
import { closeCancelled, type World } from '../../../workers/cancelled/index.ts';
import { noLog } from '../../engine/support.ts';
import { aClock, aProceeding } from '../../support/records.ts';
import { useDeps } from '../support/use-deps.ts';

const use = useDeps();

const ROOT = '2251799813685200';
const CALLED = '2251799813685249';
const VISIT = aClock().elementInstanceKey;
const OPENED = '2031-09-05T10:00:00+08:00';
const CANCELLED = '2031-09-08T15:00:00+08:00';

let projectId: string;
/** What the engine still has, and what its search shows as taken away. */
let running: Set<string>;
let terminated: Terminated[];

beforeEach(async () => {
  await use.sql.query('truncate operator_changes, cancellations');
  use.at(OPENED);
  projectId = await use.records.openProject(aProceeding(ROOT), 2031, {
    projectName: '智慧校园',
    applicantUnit: '市教育局',
    investment: '150',
  });
  await use.records.openClock(
    aClock({ projectId, proceeding: ROOT, processInstanceKey: CALLED, assignee: 'data.zhang' }),
  );
  running = new Set([ROOT, CALLED]);
  terminated = [];
});

const sweep = (some: Partial<World> = {}) =>
  closeCancelled({
    ...use.deps,
    records: use.records,
    terminated: async () => terminated,
    showsActive: async (key) => running.has(key),
    isThere: async (key) => running.has(key),
    log: noLog,
    ...some,
  });

const gone = (key: string, elementId: string, processInstanceKey: string, at = CANCELLED) => {
  terminated.push({ key, elementId, processInstanceKey, endedAt: new Date(at) });
};

/** The operator cancels the whole: what it had called goes first. */
const cancelWhole = () => {
  gone(VISIT, 'Task_TechnicalReview', CALLED);
  gone('801', 'Call_TechnicalReview', ROOT);
  running.clear();
};

const change = (some: Partial<OperatorChange> = {}) =>
  use.records.keepChange({
    id: 'b1f0c6de-6f2f-4f0c-9a52-0c1f2f0d8a11',
    at: new Date('2031-09-08T14:59:58+08:00'),
    person: 'data.zhang',
    personName: '张慧敏',
    instance: ROOT,
    rootInstance: ROOT,
    operation: 'cancel',
    what: '',
    takes: [],
    reason: '申报单位来函撤销',
    ...some,
  });

const clock = () => use.records.clock(VISIT);
const proceeding = async () => (await use.records.proceedings(projectId))[0];
const remind = () =>
  use.records.queueMessages([
    {
      ...{ id: 'reminder', projectId, purpose: 'reminder-red', about: VISIT },
      ...{ to: ['zhang@x.example'], cc: [], subject: '超期', text: '超期' },
    },
  ]);

test('a cancelled project is ended with its clocks by who cancelled it, and told once', async () => {
  await change();
  await remind();
  cancelWhole();
  await sweep();
  await sweep();

  expect(await clock()).toMatchObject({ closedOn: '2031-09-08', closeReason: 'cancelled' });
  expect(await proceeding()).toMatchObject({ ending: 'cancelled', endedAt: new Date(CANCELLED) });
  expect(await use.records.project(projectId)).toMatchObject({ open: false });
  const by = { person: 'data.zhang', personName: '张慧敏', reason: '申报单位来函撤销' };
  expect(await use.records.cancellations(projectId)).toEqual(
    [ROOT, VISIT].map((key) => ({ key, at: new Date(CANCELLED), ...by })),
  );
  const [, letter, ...more] = await use.mails();
  expect(more).toEqual([]);
  expect(letter).toMatchObject({
    purpose: 'proceeding-cancelled',
    to: ['school@x.example'],
    cc: ['data.head@x.example', 'office@x.example'],
    subject: `【已撤销】项目申报与审批：智慧校园（${projectId}）`,
  });
  for (const part of ['张慧敏', '申报单位来函撤销', '2031-09-08', '技术评审（市数据管理部门）']) {
    expect(letter?.text).toContain(part);
  }
  const { rows } = await use.sql.query("select status from messages where id = 'reminder'");
  expect(rows).toEqual([{ status: 'dropped' }]);
});

test('two that look at the same moment close and tell it once', async () => {
  await change();
  cancelWhole();
  await Promise.all([sweep(), sweep(), sweep()]);
  expect(await use.mails()).toHaveLength(1);
});

test('nobody knows who cancelled it beside the door', async () => {
  cancelWhole();
  await sweep();
  expect(await proceeding()).toMatchObject({ ending: 'cancelled' });
  expect(await use.records.cancellations(projectId)).toMatchObject([
    { key: ROOT, person: null, reason: null },
    { key: VISIT, person: null, reason: null },
  ]);
  expect((await use.mails())[0]?.text).toContain('撤销人：无法确认');
});

test('what a search does not show is not taken for over', async () => {
  running.clear();
  await sweep();
  expect(await clock()).toMatchObject({ closedOn: null });
  expect(await proceeding()).toMatchObject({ ending: null });
});

test('a project that the engine still has is not cancelled, whatever the search shows', async () => {
  await change();
  cancelWhole();
  await sweep({ isThere: async () => true });
  expect(await proceeding()).toMatchObject({ ending: null });
  expect(await use.mails()).toEqual([]);
});

test('a withdrawn application is none that was cancelled', async () => {
  gone(VISIT, 'Task_PreliminaryReview', ROOT);
  await use.records.endProceeding(ROOT, new Date(CANCELLED), {});
  running.clear();
  await sweep();
  expect(await proceeding()).toMatchObject({ ending: 'completed' });
  expect(await clock()).toMatchObject({ closeReason: 'ended' });
  expect(await use.mails()).toEqual([]);
});

test.each([
  ['the task itself', { instance: CALLED, takes: ['Task_TechnicalReview'] }],
  ['the instance of the task', { instance: CALLED, takes: [VISIT] }],
  ['what had called it', { instance: ROOT, takes: ['Call_TechnicalReview'] }],
])('a token taken from %s closes the clock of the task alone', async (_what, some) => {
  await change({ operation: 'modify', ...some });
  await remind();
  gone(VISIT, 'Task_TechnicalReview', CALLED);
  if (some.instance === ROOT) gone('801', 'Call_TechnicalReview', ROOT);
  await sweep();
  await sweep();

  expect(await clock()).toMatchObject({ closedOn: '2031-09-08', closeReason: 'cancelled' });
  expect(await proceeding()).toMatchObject({ ending: null });
  expect(await use.records.cancellations(projectId)).toMatchObject([
    { key: VISIT, personName: '张慧敏' },
  ]);
  const [, letter, ...more] = await use.mails();
  expect(more).toEqual([]);
  expect(letter).toMatchObject({
    purpose: 'task-cancelled',
    to: ['school@x.example'],
    cc: ['data.zhang@x.example', 'data.head@x.example'],
    subject: `【任务已撤销】技术评审：智慧校园（${projectId}）`,
  });
});

test.each([
  ['no change', undefined],
  ['a change elsewhere', { takes: ['Task_Other'], instance: CALLED }],
  ['a change of another called process', { takes: ['Task_TechnicalReview'], instance: '999' }],
  [
    'a change long before',
    {
      takes: ['Task_TechnicalReview'],
      instance: CALLED,
      at: new Date('2031-09-06T10:00:00+08:00'),
    },
  ],
])('a task that its model has left is told to nobody: %s', async (_what, some) => {
  if (some !== undefined) await change({ operation: 'modify', ...some });
  gone(VISIT, 'Task_TechnicalReview', CALLED);
  use.at('2031-09-08T15:01:00+08:00');
  await sweep();
  // The process that it ends may say so itself.
  expect(await clock()).toMatchObject({ closedOn: null });
  use.at('2031-09-08T15:02:00+08:00');
  await sweep();
  expect(await clock()).toMatchObject({ closedOn: '2031-09-08', closeReason: 'ended' });
  expect(await use.mails()).toEqual([]);
  expect(await use.records.cancellations(projectId)).toEqual([]);
});

test('one that cannot be closed does not hold up the others', async () => {
  const other = await use.records.openProject(aProceeding('2251799813685900'), 2031, {
    projectName: '智慧交通',
    applicantUnit: '市交通运输局',
    investment: '100',
  });
  cancelWhole();
  gone('901', 'Task_PreliminaryReview', '2251799813685900');
  const isThere = async (key: string) => {
    if (key === ROOT) throw new Error('away');
    return false;
  };
  await expect(sweep({ isThere })).rejects.toThrow('1 not closed');
  expect(await use.records.proceedings(other)).toMatchObject([{ ending: 'cancelled' }]);
  await sweep();
  expect(await proceeding()).toMatchObject({ ending: 'cancelled' });
});
