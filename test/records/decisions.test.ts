import { describe, expect, test } from '@jest/globals';
import { aClock, aClosing, aDecision, aScope } from '../support/records.ts';
import { useRecords } from '../support/use-records.ts';

const use = useRecords();

describe('decisions', () => {
  test('a project has no past at first', async () => {
    expect(await use.records.past(aScope('JJSZ-2026-0009'))).toEqual({
      proceeding: null,
      history: [],
      earlier: [],
      referredDelay: undefined,
    });
  });

  test('the past is told in the order of signing, on the days of Shanghai', async () => {
    const projectId = 'told';
    await use.records.closeClock(
      aDecision({
        projectId,
        elementInstanceKey: 't-2',
        outcome: 'return',
        opinion: '请补充安全方案',
        ground: '编修文本',
        onBehalfOf: 'shuju.liu',
        signedAt: new Date('2026-03-11T16:30:00Z'),
      }),
      aClosing(),
    );
    await use.records.closeClock(
      aDecision({ projectId, elementInstanceKey: 't-1', outcome: 'void', opinion: null }),
      aClosing(),
    );
    expect((await use.records.past(aScope(projectId))).history).toEqual([
      {
        step: '技术评审',
        body: '市数据管理部门',
        signer: 'shuju.zhang',
        signerName: null,
        onBehalfOf: null,
        onBehalfOfName: null,
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
        signerName: null,
        onBehalfOf: 'shuju.liu',
        onBehalfOfName: null,
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
    await use.records.closeClock(decision, aClosing());
    await Promise.all([
      use.records.closeClock({ ...decision, outcome: 'reject' }, aClosing()),
      use.records.closeClock({ ...decision, outcome: 'reject' }, aClosing()),
    ]);
    expect((await use.records.past(aScope('once'))).history.map((line) => line.outcome)).toEqual([
      'approve',
    ]);
  });

  test('the past tells which steps decided on a request for more time, of this project only', async () => {
    const { records } = use;
    const decide = async (key: string, decidesExtension: boolean, projectId = 'grants') => {
      const of = { elementInstanceKey: key, projectId };
      await records.openClock(aClock({ ...of, answer: { terms: { decidesExtension } } }));
      await records.closeClock(aDecision(of), aClosing());
    };
    await decide('g-1', true);
    await decide('g-2', false);
    await decide('g-3', true, 'another');
    const { history } = await records.past(aScope('grants'));
    expect(history.map((line) => line.decidesExtension)).toEqual([true, false]);
  });

  test('takes whatever a person entered', async () => {
    const entered = { list: [{ note: 'a\0b' }], half: '\udc00', nothing: null, at: 1e300 };
    await use.records.closeClock(
      aDecision({ projectId: 'wild', elementInstanceKey: 'wild', opinion: '<b>\0</b>', entered }),
      aClosing(),
    );
    expect((await use.records.past(aScope('wild'))).history[0]?.opinion).toBe('<b></b>');
  });
});
