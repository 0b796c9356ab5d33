import { describe, expect, test } from '@jest/globals';
import { aClock, aClosing, aDecision, aMessage, aProceeding, aScope } from '../support/records.ts';
import { useRecords } from '../support/use-records.ts';

const facts = { projectName: '智慧校园', applicantUnit: '市教育局', investment: '150' };
const at = new Date('2038-05-06T17:00:00Z');

const use = useRecords();

let serial = 0;
/** A project with its application, and a withdrawal begun later that is still open. */
async function aProjectWithTwo() {
  serial += 1;
  const [application, withdrawal] = [`application-${serial}`, `withdrawal-${serial}`];
  const projectId = await use.records.openProject(aProceeding(application), 2038, facts);
  const openedAt = new Date('2026-02-03T01:00:00Z');
  const process = { processId: 'application-withdrawal', kind: 'withdrawal' as const };
  await use.records.openProceeding(aProceeding(withdrawal, { ...process, openedAt }), projectId);
  return { projectId, application, withdrawal };
}

describe('endProceeding', () => {
  test('ends the open clocks of the proceeding on the day of Shanghai, those of called processes too', async () => {
    const { projectId, application } = await aProjectWithTwo();
    const of = { projectId, proceeding: application };
    const open = (key: string, some = {}) =>
      use.records.openClock(aClock({ ...of, elementInstanceKey: key, ...some }));
    await open('g-root', { processInstanceKey: application });
    await open('g-child', { processInstanceKey: 'a called one' });
    await open('g-done');
    await use.records.closeClock(
      aDecision({ elementInstanceKey: 'g-done' }),
      aClosing({ closedOn: '2038-04-01', used: 3 }),
    );
    await Promise.all([1, 2].map(() => use.records.endProceeding(application, at)));
    const ended = { closedOn: '2038-05-07', used: null, closeReason: 'ended' };
    expect(await use.records.clock('g-root')).toMatchObject(ended);
    expect(await use.records.clock('g-child')).toMatchObject(ended);
    expect(await use.records.clock('g-done')).toMatchObject({ closedOn: '2038-04-01', used: 3 });
  });

  test("leaves the project's other proceedings, their clocks and their mails", async () => {
    const { records } = use;
    const { projectId, application, withdrawal } = await aProjectWithTwo();
    for (const proceeding of [application, withdrawal]) {
      const visit = `visit-of-${proceeding}`;
      const mail = aMessage({ id: visit, projectId, about: visit });
      await records.openClock(aClock({ projectId, proceeding, elementInstanceKey: visit }), [mail]);
    }
    await records.endProceeding(application, at);
    expect(await records.openClocks({ projectId })).toMatchObject([{ proceeding: withdrawal }]);
    const due = await records.takeDueMessages(new Date(), 9);
    expect(due.map(({ id }) => id)).toEqual([`visit-of-${withdrawal}`]);
    expect(await records.proceedings(projectId)).toMatchObject([
      { rootInstance: application, endedAt: at, ending: 'completed' },
      { rootInstance: withdrawal, endedAt: null, ending: null },
    ]);
  });

  test('keeps how it ended; the first end stands', async () => {
    const { records } = use;
    const ends = async (how: Parameters<typeof records.endProceeding>[2]) => {
      const { projectId, application } = await aProjectWithTwo();
      await records.wishWithdrawal(`wish-${application}`, projectId, at);
      const ending = how?.withdrawal === 'own' ? { withdrawal: `wish-${application}` } : how;
      await records.endProceeding(application, at, ending);
      await records.endProceeding(application, new Date('2039-01-01T00:00:00Z'));
      return (await records.proceedings(projectId))[0];
    };
    expect(await ends({})).toMatchObject({ ending: 'completed', endedAt: at });
    expect(await ends({ withdrawal: 'own' })).toMatchObject({ ending: 'withdrawn' });
    expect(await ends({ withdrawal: 'of another' })).toMatchObject({ ending: 'completed' });
    expect(await ends({ classified: true })).toMatchObject({ ending: 'classified' });
  });

  test('says nothing about a process instance that never began one', async () => {
    await expect(use.records.endProceeding('unknown', at)).resolves.toBeUndefined();
  });
});

describe('a project is open', () => {
  test('while an application of it is, whatever else goes on', async () => {
    const { records } = use;
    const { projectId, application, withdrawal } = await aProjectWithTwo();
    await records.endProceeding(withdrawal, at);
    expect(await records.project(projectId)).toMatchObject({ open: true });
    await records.openProceeding(aProceeding('later', { kind: 'other' }), projectId);
    await records.endProceeding(application, at);
    expect(await records.project(projectId)).toMatchObject({ open: false });
  });
});

describe('a further proceeding', () => {
  test('is begun once', async () => {
    const { projectId, application, withdrawal } = await aProjectWithTwo();
    const again = aProceeding(withdrawal, { kind: 'other' });
    await use.records.openProceeding(again, projectId);
    const all = await use.records.proceedings(projectId);
    expect(all.map(({ rootInstance, kind }) => [rootInstance, kind])).toEqual([
      [application, 'application'],
      [withdrawal, 'withdrawal'],
    ]);
  });

  test('needs a project', async () => {
    const orphan = use.records.openProceeding(aProceeding('orphan'), 'JJSZ-1999-0001');
    await expect(orphan).rejects.toThrow('foreign key');
  });
});

describe('a job belongs', () => {
  const belongs = async (projectId: string, some = {}) =>
    (await use.records.past(aScope(projectId, some))).proceeding;

  test("to its own process instance's proceeding, whatever it was handed", async () => {
    const { projectId, application, withdrawal } = await aProjectWithTwo();
    const own = { processInstanceKey: withdrawal, proceedingId: application };
    expect(await belongs(projectId, own)).toBe(withdrawal);
  });

  test('in a called process to the proceeding it was handed', async () => {
    const { projectId, withdrawal } = await aProjectWithTwo();
    expect(await belongs(projectId, { proceedingId: withdrawal })).toBe(withdrawal);
  });

  test("to the project's open application when it was handed none, or one of another project", async () => {
    const { projectId, application } = await aProjectWithTwo();
    const other = await aProjectWithTwo();
    expect(await belongs(projectId)).toBe(application);
    expect(await belongs(projectId, { proceedingId: other.application })).toBe(application);
    expect(await belongs(projectId, { processInstanceKey: other.application })).toBe(application);
    expect(await belongs('JJSZ-1999-0001', { proceedingId: application })).toBeNull();
  });
});

describe('what has happened', () => {
  test('is told by proceeding, that of earlier ones apart', async () => {
    const { records } = use;
    const { projectId, application, withdrawal } = await aProjectWithTwo();
    for (const proceeding of [application, withdrawal]) {
      const of = {
        projectId,
        proceeding,
        label: proceeding,
        elementInstanceKey: `d-${proceeding}`,
      };
      await records.closeClock(aDecision(of), aClosing());
    }
    const steps = async (processInstanceKey: string) => {
      const { history, earlier } = await records.past(aScope(projectId, { processInstanceKey }));
      return [earlier, history].map((lines) => lines.map(({ step }) => step));
    };
    expect(await steps(application)).toEqual([[], [application]]);
    expect(await steps(withdrawal)).toEqual([[application], [withdrawal]]);
  });

  test("of the owner's delay is counted and referred by proceeding (Art. 27)", async () => {
    const { records } = use;
    const { projectId, application, withdrawal } = await aProjectWithTwo();
    const owner = { projectId, proceeding: application, role: 'owner' as const };
    await records.openClock(aClock({ ...owner, elementInstanceKey: `late-${projectId}` }));
    const [first, second] = [application, withdrawal].map((processInstanceKey) =>
      aScope(projectId, { processInstanceKey }),
    );
    if (!first || !second) throw new Error('two proceedings');
    expect(await records.ownerClocks(first)).toHaveLength(1);
    expect(await records.ownerClocks(second)).toEqual([]);
    expect(await records.refer(first, 1, 'j1', 30)).toBe(true);
    expect(await records.refer(second, 1, 'j2', 31)).toBe(true);
    expect(await records.refer(first, 1, 'j2', 32)).toBe(false);
    expect((await records.past(first)).referredDelay).toBe(30);
    expect((await records.past(second)).referredDelay).toBe(31);
  });
});
