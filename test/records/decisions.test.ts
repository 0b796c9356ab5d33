import { describe, expect, test } from '@jest/globals';
import { aClock, aDecision } from '../support/records.ts';
import { useRecords } from '../support/use-records.ts';

const use = useRecords();

describe('decisions', () => {
  test('a project has no past at first', async () => {
    expect(await use.records.history('JJSZ-2026-0009')).toEqual([]);
  });

  test('the past is told in the order of signing, on the days of Shanghai', async () => {
    const projectId = 'told';
    await use.records.recordDecision(
      aDecision({
        projectId,
        elementInstanceKey: 't-2',
        outcome: 'return',
        opinion: '请补充安全方案',
        ground: '编修文本',
        onBehalfOf: 'shuju.liu',
        signedAt: new Date('2026-03-11T16:30:00Z'),
      }),
    );
    await use.records.recordDecision(
      aDecision({ projectId, elementInstanceKey: 't-1', outcome: 'void', opinion: null }),
    );
    expect(await use.records.history(projectId)).toEqual([
      {
        step: '技术评审',
        body: '市数据管理部门',
        signer: 'shuju.zhang',
        onBehalfOf: null,
        outcome: 'void',
        opinion: null,
        ground: null,
        entered: { outcome: 'approve', opinion: '同意' },
        decidesExtension: false,
        date: '2026-03-10',
      },
      {
        step: '技术评审',
        body: '市数据管理部门',
        signer: 'shuju.zhang',
        onBehalfOf: 'shuju.liu',
        outcome: 'return',
        opinion: '请补充安全方案',
        ground: '编修文本',
        entered: { outcome: 'approve', opinion: '同意' },
        decidesExtension: false,
        date: '2026-03-12',
      },
    ]);
  });

  test('when the job runs twice or at once, the first decision stands alone', async () => {
    const decision = aDecision({ projectId: 'once', elementInstanceKey: 'once' });
    await use.records.recordDecision(decision);
    await Promise.all([
      use.records.recordDecision({ ...decision, outcome: 'reject' }),
      use.records.recordDecision({ ...decision, outcome: 'reject' }),
    ]);
    expect((await use.records.history('once')).map((line) => line.outcome)).toEqual(['approve']);
  });

  test('grants are added up over the project: approvals of steps that decide on one, nothing else', async () => {
    const { records } = use;
    const decide = async (
      key: string,
      outcome: string,
      decidesExtension: boolean,
      projectId = 'grants',
    ) => {
      const terms = { decidesExtension };
      await records.openClock(aClock({ elementInstanceKey: key, projectId, answer: { terms } }));
      const entered = { grantedDays: 10 };
      await records.recordDecision(
        aDecision({ elementInstanceKey: key, projectId, outcome, entered }),
      );
    };
    expect(await records.grantedDays('grants')).toBe(0);
    await decide('g-1', 'approve', true);
    await decide('g-2', 'approve', true);
    await decide('g-3', 'reject', true);
    await decide('g-4', 'approve', false);
    await decide('g-5', 'approve', true, 'another');
    expect(await records.grantedDays('grants')).toBe(20);
    const deciding = (await records.history('grants')).map((line) => line.decidesExtension);
    expect(deciding).toEqual([true, true, true, false]);
  });

  test('takes whatever a person entered', async () => {
    const entered = { list: [{ note: 'a\0b' }], half: '\udc00', nothing: null, at: 1e300 };
    await use.records.recordDecision(
      aDecision({ projectId: 'wild', elementInstanceKey: 'wild', opinion: '<b>\0</b>', entered }),
    );
    expect((await use.records.history('wild'))[0]?.opinion).toBe('<b></b>');
  });
});
