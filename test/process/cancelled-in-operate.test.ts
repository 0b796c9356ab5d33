import { expect, test } from '@jest/globals';
import { anApplication, XIUSHUI } from './support/application.ts';
import { enter, type Visitor } from './support/door.ts';
import { mailsOf } from './support/mail.ts';
import { emailOf } from './support/people.ts';
import { file } from './support/project.ts';
import { until } from './support/until.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const OPERATOR = 'shuju.zhang';
const READER = 'bangong.song';
const STRANGER = 'jiaoyu.tang';
const REASON = '申报单位来函撤销';
const WITH_REASON = { 'x-change-reason': encodeURIComponent(REASON) };
const CANCEL = { operationType: 'CANCEL_PROCESS_INSTANCE' };

/** The path of a change, once Operate shows the instance to this visitor. */
async function changeOf(visitor: Visitor, instance: string, change: 'operation' | 'modify') {
  const path = `/api/process-instances/${instance}`;
  await until(`${instance} in Operate`, async () => {
    const { status } = await visitor.call('GET', path);
    return status === 200 || undefined;
  });
  return `${path}/${change}`;
}

const closed = (visit: string) =>
  until(`the clock of ${visit} to be closed`, async () => {
    const clock = await world.records.clock(visit);
    return clock?.closedOn ? clock : undefined;
  });

const move = (elementId: string) => ({
  modifications: [
    {
      ...{ modification: 'MOVE_TOKEN', newTokensCount: 1 },
      ...{ fromFlowNodeId: elementId, toFlowNodeId: elementId },
    },
  ],
});

test('a project that an operator cancels is over in the records, with who did it and why', async () => {
  const project = await file(world, anApplication());
  const { elementInstanceKey, body } = await project.shown('Task_PreliminaryReview');
  const id = await project.id();
  const operator = await enter(world, OPERATOR);
  const path = await changeOf(operator, project.processInstanceKey, 'operation');

  expect(await operator.call('POST', path, CANCEL)).toMatchObject({ status: 400 });
  const reader = await enter(world, READER);
  expect(await reader.call('POST', path, CANCEL, WITH_REASON)).toMatchObject({
    status: 403,
    body: { code: 'reads-only' },
  });
  const stranger = await enter(world, STRANGER);
  expect(await stranger.call('POST', path, CANCEL, WITH_REASON)).toMatchObject({
    status: 403,
    body: { code: 'not-an-operator' },
  });
  const batch = '/api/process-instances/batch-operation';
  expect(await operator.call('POST', batch, { ...CANCEL, query: {} }, WITH_REASON)).toMatchObject({
    status: 403,
    body: { code: 'operation-closed' },
  });
  expect(await world.records.clock(elementInstanceKey)).toMatchObject({ closedOn: null });

  expect(await operator.call('POST', path, CANCEL, WITH_REASON)).toMatchObject({ status: 200 });
  expect(await closed(elementInstanceKey)).toMatchObject({ closeReason: 'cancelled' });
  expect(await world.records.proceedings(id)).toMatchObject([{ ending: 'cancelled' }]);
  expect(await world.records.project(id)).toMatchObject({ open: false });
  expect(await world.records.cancellations(id)).toMatchObject(
    [project.processInstanceKey, elementInstanceKey].map((key) => ({
      ...{ key, person: OPERATOR, reason: REASON },
    })),
  );

  const letters = await mailsOf(world, id, 'proceeding-cancelled');
  expect(letters).toEqual([
    expect.objectContaining({
      to: expect.arrayContaining(['jiaoyu@jiujiang.example']),
      cc: expect.arrayContaining([emailOf('bangong.cheng')]),
      text: expect.stringContaining(`撤销原因：${REASON}`),
    }),
  ]);
  expect(letters[0]?.text).toContain(`${body}）`);
  const { rows } = await world.database.query(
    "select 1 from messages where about = $1 and status = 'queued'",
    [elementInstanceKey],
  );
  expect(rows).toEqual([]);
});

test('a token that an operator moves closes the old clock, and the new visit has its own', async () => {
  const project = await file(world, anApplication());
  const old = await project.shown('Task_PreliminaryReview');
  const operator = await enter(world, OPERATOR);
  const path = await changeOf(operator, project.processInstanceKey, 'modify');
  const moved = await operator.call('POST', path, move(old.elementId), WITH_REASON);
  expect(moved).toMatchObject({ status: 200 });

  expect(await closed(old.elementInstanceKey)).toMatchObject({ closeReason: 'cancelled' });
  const id = await project.id();
  const open = await until('one open clock', async () => {
    const clocks = await world.records.openClocks({ projectId: id });
    return clocks.length === 1 ? clocks : undefined;
  });
  expect(open).toMatchObject([{ elementId: old.elementId }]);
  expect(open[0]?.elementInstanceKey).not.toBe(old.elementInstanceKey);
  expect(await world.records.proceedings(id)).toMatchObject([{ ending: null }]);
  expect(await world.records.cancellations(id)).toMatchObject([
    { key: old.elementInstanceKey, person: OPERATOR, reason: REASON },
  ]);
  expect(await mailsOf(world, id, 'task-cancelled')).toHaveLength(1);
});

test('a token taken from a called process with all that is in it closes the clocks in there', async () => {
  const project = await file(world, anApplication({ ...XIUSHUI, investment: 199.99 }));
  const old = await project.shown('Task_CountyDecision');
  expect(old.processInstanceKey).not.toBe(project.processInstanceKey);
  const operator = await enter(world, OPERATOR);

  // A called process is cancelled with its caller or not at all: Operate says so, and nothing is over.
  const alone = await changeOf(operator, old.processInstanceKey, 'operation');
  await operator.call('POST', alone, CANCEL, WITH_REASON);
  const path = await changeOf(operator, project.processInstanceKey, 'modify');
  const moved = await operator.call('POST', path, move('Call_CountyApproval'), WITH_REASON);
  expect(moved).toMatchObject({ status: 200 });

  expect(await closed(old.elementInstanceKey)).toMatchObject({ closeReason: 'cancelled' });
  const id = await project.id();
  expect(await world.records.cancellations(id)).toMatchObject([
    { key: old.elementInstanceKey, person: OPERATOR },
  ]);
  expect(await world.records.proceedings(id)).toMatchObject([{ ending: null }]);
  const anew = await until('the new visit', async () =>
    (await world.records.openClocks({ projectId: id })).find(
      (clock) => clock.elementInstanceKey !== old.elementInstanceKey,
    ),
  );
  expect(anew).toMatchObject({ elementId: 'Task_CountyDecision' });
});
