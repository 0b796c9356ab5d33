import { describe, expect, test } from '@jest/globals';
import type { Origin } from '../../records/index.ts';
import { aClock, aClosing, aDecision, aProceeding } from '../support/records.ts';
import { useRecords } from '../support/use-records.ts';

const facts = { projectName: '智慧校园', applicantUnit: '市教育局', investment: '150' };
const meeting = { field: 'decisionMeeting', number: '纪要1号', dated: '2031-03-01', fixes: {} };

const use = useRecords();

let serial = 0;
async function aProject(): Promise<{ projectId: string; proceeding: string }> {
  serial += 1;
  const proceeding = `root-${serial}`;
  const first = aProceeding(proceeding);
  return { projectId: await use.records.openProject(first, 2031, facts), proceeding };
}
const anOrigin = (elementInstanceKey: string, of: { projectId: string; proceeding: string }) => ({
  ...{ elementInstanceKey, elementId: 'Task_CheckApplication', by: '市教育局', ...of },
  at: new Date('2031-03-02T01:00:00Z'),
});

describe('versions of an application', () => {
  const keep = (origin: Origin, application: unknown, changes: { field: string }[] = []) =>
    use.records.keepVersion(
      origin,
      application,
      changes.map((change) => ({ before: null, after: null, ...change })),
      [meeting],
    );

  test('are kept whole, in order, each visit once', async () => {
    const of = await aProject();
    await keep(anOrigin('v1', of), { projectName: '智慧\0校园', note: { free: true } });
    await keep(anOrigin('v2', of), { projectName: '智慧校园' }, [{ field: 'projectName' }]);
    await keep(anOrigin('v2', of), { projectName: '别的' });
    expect(await use.records.versions(of.projectId)).toMatchObject([
      { n: 1, application: { projectName: '智慧校园', note: { free: true } }, changes: [] },
      { n: 2, application: { projectName: '智慧校园' }, changes: [{ field: 'projectName' }] },
    ]);
    expect(await use.records.versionBefore(of.projectId, 'v2')).toMatchObject({ n: 1 });
    expect(await use.records.versionBefore(of.projectId, 'v1')).toMatchObject({ n: 2 });
    expect(await use.records.versionBefore('none', 'v1')).toBeUndefined();
    expect(await use.records.documents(of.projectId)).toMatchObject([
      { elementInstanceKey: 'v1', number: '纪要1号', dated: '2031-03-01' },
      { elementInstanceKey: 'v2' },
    ]);
  });

  test('of anything sent are kept', async () => {
    const of = await aProject();
    await keep(anOrigin('odd', of), undefined);
    // Deeper than PostgreSQL reads.
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i += 1) deep = [deep];
    await keep(anOrigin('deep', of), { projectName: '智慧校园', deep });
    expect(await use.records.versions(of.projectId)).toMatchObject([
      { application: null },
      { application: { projectName: '智慧校园', deep: expect.any(Array) } },
    ]);
  });
});

describe('a decision', () => {
  const proposal = {
    ...{ elementId: 'Task_ConsolidateReview', outcome: 'submit' },
    entered: { projectOwner: '市教育局', funds: '2031年100万元', timing: '2031年', plan: '一期' },
  };
  const decided = { amount: '150', proposedBy: 'Task_ConsolidateReview' };

  test('puts its documents and what it fixes into the dossier, with what was proposed last', async () => {
    const { records } = use;
    const of = await aProject();
    const close = (key: string, some: object, filed = {}) =>
      records.closeClock(
        aDecision({ ...of, elementInstanceKey: key, ...some }),
        aClosing(),
        [],
        filed,
      );
    const old = { ...proposal, entered: { projectOwner: '市卫健委' } };
    await close('p1', { ...old, signedAt: new Date('2026-03-01T01:00:00Z') });
    await close('p2', { ...proposal, signedAt: new Date('2026-03-02T01:00:00Z') });
    const document = { field: 'decisionDocument', number: '审定1号', dated: null, fixes: {} };
    for (const _again of [1, 2]) await close('p3', {}, { documents: [document], decided });

    expect(await records.decidedFacts(of.projectId)).toMatchObject({
      ...{ owner: '市教育局', funds: '2031年100万元', timing: '2031年', plan: '一期' },
      ...{ amount: '150', proceeding: of.proceeding },
    });
    expect(await records.documents(of.projectId)).toMatchObject([
      { elementInstanceKey: 'p3', field: 'decisionDocument', number: '审定1号', dated: null },
    ]);
  });

  test('takes no proposal from another project or proceeding, and fixes nothing by itself', async () => {
    const { records } = use;
    const [of, other] = [await aProject(), await aProject()];
    await records.closeClock(
      aDecision({ ...other, elementInstanceKey: 'o1', ...proposal }),
      aClosing(),
    );
    await records.closeClock(aDecision({ ...of, elementInstanceKey: 'o2' }), aClosing());
    expect(await records.decidedFacts(of.projectId)).toBeUndefined();
    await records.closeClock(aDecision({ ...of, elementInstanceKey: 'o3' }), aClosing(), [], {
      decided,
    });
    expect(await records.decidedFacts(of.projectId)).toMatchObject({ owner: null, amount: '150' });
  });

  test('is kept with its documents or not at all', async () => {
    const { records } = use;
    const of = { ...(await aProject()), elementInstanceKey: 'both' };
    await records.openClock(aClock(of));
    const broken = { field: 'decisionDocument', number: null as never, dated: null, fixes: {} };
    const closing = records.closeClock(aDecision(of), aClosing(), [], { documents: [broken] });
    await expect(closing).rejects.toThrow('null value');
    expect(await records.clock('both')).toMatchObject({ closedOn: null });
    expect(await records.decision('both')).toBeUndefined();
  });
});

test('of a classified project nothing stays in the dossier, and of another project all does', async () => {
  const { records } = use;
  const [secret, other] = [await aProject(), await aProject()];
  for (const project of [secret, other]) {
    const key = `classified-${project.projectId}`;
    await records.keepVersion(anOrigin(key, project), facts, [], [meeting]);
    const decided = { amount: '150', proposedBy: 'none' };
    await records.closeClock(aDecision({ ...project, elementInstanceKey: key }), aClosing(), [], {
      decided,
    });
  }
  await records.forgetContents(secret.projectId, { ...facts, projectName: '涉密项目' });
  const left = async (projectId: string) => [
    (await records.versions(projectId)).length,
    (await records.documents(projectId)).length,
    (await records.decidedFacts(projectId)) !== undefined,
  ];
  expect(await left(secret.projectId)).toEqual([0, 0, false]);
  expect(await left(other.projectId)).toEqual([1, 1, true]);
});
