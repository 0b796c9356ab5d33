import { expect, test } from '@jest/globals';
import { aProceeding } from '../support/records.ts';
import { useRecords } from '../support/use-records.ts';

const use = useRecords();
let serial = 0;

/** A call of 预算审批 for a new project; name only what the test is about. */
async function aCall(some: { calledProcessId?: string | null } = {}) {
  serial += 1;
  const proceeding = `root-${serial}`;
  const facts = { projectName: '智慧校园', applicantUnit: '市教育局', investment: '150' };
  const projectId = await use.records.openProject(aProceeding(proceeding), 2031, facts);
  return {
    ...{ elementInstanceKey: `call-${serial}`, processInstanceKey: proceeding, projectId },
    ...{ proceeding, calledProcessId: 'stage-budget', madeAt: new Date(), ...some },
  };
}
const budget = (processInstanceKey: string) => ({ processInstanceKey, processId: 'stage-budget' });

test('the instance that was called comes in, again too, and no other one does', async () => {
  const call = await aCall();
  const ticket = await use.records.makeTicket(call);
  const { projectId, proceeding } = call;
  expect(await use.records.wasEntered(call.elementInstanceKey)).toBe(false);
  for (const _again of [1, 2]) {
    expect(await use.records.enter(ticket, budget('a'))).toEqual({ projectId, proceeding });
  }
  expect(await use.records.enter(ticket, budget('b'))).toBeUndefined();
  expect(await use.records.wasEntered(call.elementInstanceKey)).toBe(true);
});

test('of two that come at the same moment one comes in', async () => {
  const ticket = await use.records.makeTicket(await aCall());
  const came = await Promise.all(
    ['c', 'd', 'e'].map((instance) => use.records.enter(ticket, budget(instance))),
  );
  expect(came.filter((known) => known !== undefined)).toHaveLength(1);
});

test('a visit has one ticket however often its job runs, each visit its own', async () => {
  const [one, other] = [await aCall(), await aCall()];
  const tickets = [one, one, other].map((call) => use.records.makeTicket(call));
  const [first, again, another] = await Promise.all(tickets);
  expect(again).toBe(first);
  expect(another).not.toBe(first);
});

test('a ticket for one process lets no other in; one for any does', async () => {
  const ticket = await use.records.makeTicket(await aCall());
  const design = { processInstanceKey: 'f', processId: 'stage-design' };
  expect(await use.records.enter(ticket, design)).toBeUndefined();
  expect(await use.records.enter(ticket, budget('f'))).toBeDefined();
  const any = await use.records.makeTicket(await aCall({ calledProcessId: null }));
  expect(await use.records.enter(any, { ...design, processInstanceKey: 'g' })).toBeDefined();
});

test.each(['', 'invented', '00000000-0000-4000-8000-000000000000'])(
  'nobody comes in by %p',
  async (invented) => {
    expect(await use.records.enter(invented, budget('h'))).toBeUndefined();
  },
);

test('what began a proceeding and what came in belong somewhere, nothing else does', async () => {
  const call = await aCall();
  await use.records.enter(await use.records.makeTicket(call), budget('i'));
  const here = { projectId: call.projectId, proceeding: call.proceeding };
  expect(await use.records.whereabouts(call.proceeding)).toEqual(here);
  expect(await use.records.whereabouts('i')).toEqual(here);
  expect(await use.records.whereabouts(call.elementInstanceKey)).toBeUndefined();
});
