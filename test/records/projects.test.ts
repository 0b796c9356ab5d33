import { describe, expect, test } from '@jest/globals';
import { aClock, aClosing, aDecision, aMessage, aProceeding } from '../support/records.ts';
import { useRecords } from '../support/use-records.ts';

const facts = { projectName: '智慧校园', applicantUnit: '市教育局', investment: '199.999999' };

const use = useRecords();

describe('openProject', () => {
  test('numbers the projects of a year one after another', async () => {
    expect(await use.records.openProject(aProceeding('a1'), 2031, facts)).toBe('JJSZ-2031-0001');
    expect(await use.records.openProject(aProceeding('a2'), 2031, facts)).toBe('JJSZ-2031-0002');
  });

  test('starts anew with each year', async () => {
    expect(await use.records.openProject(aProceeding('b1'), 2032, facts)).toBe('JJSZ-2032-0001');
  });

  test('gives the same process instance the same id, also when asked in the next year', async () => {
    const first = await use.records.openProject(aProceeding('c1'), 2033, facts);
    expect(await use.records.openProject(aProceeding('c1'), 2033, facts)).toBe(first);
    expect(await use.records.openProject(aProceeding('c1'), 2034, facts)).toBe(first);
    expect(await use.records.openProject(aProceeding('c2'), 2034, facts)).toBe('JJSZ-2034-0001');
  });

  test('when many ask at once, every project has its own id and no number is left out', async () => {
    const keys = Array.from({ length: 20 }, (_, i) => `d${i}`);
    const ids = await Promise.all(
      [...keys, ...keys].map((key) => use.records.openProject(aProceeding(key), 2035, facts)),
    );
    expect(ids.slice(20)).toEqual(ids.slice(0, 20));
    expect(ids.slice(0, 20).sort()).toEqual(
      keys.map((_, i) => `JJSZ-2035-${String(i + 1).padStart(4, '0')}`),
    );
  });

  test('takes any text an applicant enters', async () => {
    const wild = {
      projectName: `${'长'.repeat(10_000)}\0'; drop`,
      applicantUnit: '\ud800',
      investment: '二百万',
    };
    expect(await use.records.openProject(aProceeding('e1'), 2036, wild)).toBe('JJSZ-2036-0001');
  });
});

describe('similarOpenProjects', () => {
  test("names the unit's other open projects, oldest first", async () => {
    const unit = { ...facts, applicantUnit: '市交通运输局' };
    const own = await use.records.openProject(aProceeding('f1'), 2037, unit);
    const second = await use.records.openProject(aProceeding('f2'), 2037, {
      ...unit,
      projectName: '智慧公交',
    });
    const third = await use.records.openProject(aProceeding('f3'), 2037, {
      ...unit,
      projectName: '智慧停车',
    });
    await use.records.openProject(aProceeding('f4'), 2037, { ...facts, applicantUnit: '市水利局' });
    expect(await use.records.similarOpenProjects('市交通运输局', own)).toEqual([
      { projectId: second, projectName: '智慧公交' },
      { projectId: third, projectName: '智慧停车' },
    ]);
    await use.records.endProceeding('f2', new Date('2037-05-01T00:00:00Z'));
    expect(await use.records.similarOpenProjects('市交通运输局', own)).toEqual([
      { projectId: third, projectName: '智慧停车' },
    ]);
  });
});

describe('forgetContents', () => {
  test('leaves the facts given and who acted; nothing else is readable, nothing more is sent', async () => {
    const { records, sql } = use;
    const secret = { ...facts, projectName: '绝密平台' };
    const projectId = await records.openProject(aProceeding('h1'), 2039, secret);
    const opened = {
      projectId,
      projectName: '绝密平台',
      facts: { ...aClock().facts, ownerUnit: '绝密所' },
    };
    const clock = aClock({ elementInstanceKey: 'h', ...opened, answer: { t: '绝密' } });
    await records.openClock(clock, [], { processVersion: 1, given: { application: secret } });
    const entered = { application: secret };
    await records.closeClock(
      aDecision({ elementInstanceKey: 'h', projectId, opinion: '绝密', ground: '绝密', entered }),
      aClosing(),
    );
    await records.queueMessages([aMessage({ id: 'h', projectId, subject: '绝密', text: '绝密' })]);

    const kept = { projectName: '涉密项目', applicantUnit: '市教育局', investment: '' };
    await records.forgetContents(projectId, kept);
    await records.forgetContents(projectId, kept);

    const { rows } = await sql.query(
      `select p::text, c::text, d::text, m::text, f::text, d.signer, m.status from projects p
       join clocks c using (project_id) join forms_shown f using (project_id) join decisions d using (project_id)
       join messages m using (project_id) where project_id = $1`,
      [projectId],
    );
    expect(rows).toMatchObject([{ signer: 'shuju.zhang', status: 'dropped' }]);
    expect(JSON.stringify(rows)).not.toContain('绝密');
    expect(JSON.stringify(rows)).toContain('涉密项目');
  });
});
