import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../../web-modeler/api/common.ts';
import type { Submission } from '../../../web-modeler/publishing/api.ts';
import { isNewestOf, rightsOf } from '../../../web-modeler/publishing/page/rights.ts';

const person = (id: string, role: 'reader' | 'editor' | 'publisher') => ({ id, name: id, role });
const submission = (state: Submission['state'] = 'open'): Submission => ({
  id: '5b2f0b3e-5d0c-4d0e-9a51-0c6b1f6b8f00',
  commit: '0'.repeat(40),
  files: [],
  changes: [],
  document: '九数办〔2026〕12号',
  note: '调整时限',
  by: { id: 'zhang', name: '张' },
  at: '2026-10-09T01:00:00.000Z',
  state,
  authors: [{ id: 'sun', name: '孙' }],
  ended: null,
  rollsBackTo: null,
  deployed: [],
});
const error: Finding = { file: 'a', rule: 'limits', severity: 'error', message: '时限不符' };

describe('what may be done with a submission', () => {
  it('lets another publisher publish', () => {
    expect(
      rightsOf(person('xu', 'publisher'), submission(), [], false).noPublishing,
    ).toBeUndefined();
  });

  it.each([
    ['whoever submitted it', person('zhang', 'publisher'), [], /提交人不能发布自己的修改/],
    ['whoever wrote any of it', person('sun', 'publisher'), [], /其中有您保存的修改/],
    ['an editor', person('liu', 'editor'), [], /由发布人员办理/],
    ['anybody while lint finds errors', person('xu', 'publisher'), [error], /还有 1 个错误/],
  ])('does not let %s publish, and says why', (_who, me, findings, sentence) => {
    expect(rightsOf(me, submission(), findings, false).noPublishing).toMatch(sentence);
  });

  it('does not count what a document allows', () => {
    const allowed = { ...error, document: '九数办〔2026〕12号' };
    expect(rightsOf(person('xu', 'publisher'), submission(), [allowed], false).noPublishing).toBe(
      undefined,
    );
  });

  it('lets only its author withdraw it, while it is open', () => {
    expect(rightsOf(person('zhang', 'editor'), submission(), [], false).mayWithdraw).toBe(true);
    expect(rightsOf(person('liu', 'editor'), submission(), [], false).mayWithdraw).toBe(false);
    expect(rightsOf(person('zhang', 'editor'), submission('refused'), [], false).mayWithdraw).toBe(
      false,
    );
  });

  it('offers rolling back and migrating after publishing only', () => {
    const after = rightsOf(person('xu', 'publisher'), submission('published'), [], false);
    expect(after).toMatchObject({ mayRollBack: true, mayMigrate: true });
    const before = rightsOf(person('xu', 'publisher'), submission(), [], false);
    expect(before).toMatchObject({ mayRollBack: false, mayMigrate: false });
    const reader = rightsOf(person('li', 'reader'), submission('published'), [], false);
    expect(reader).toMatchObject({ mayRollBack: false, mayMigrate: false });
  });

  it('does not offer to roll back to what was published last', () => {
    const newest = rightsOf(person('xu', 'publisher'), submission('published'), [], true);
    expect(newest).toMatchObject({ mayRollBack: false, mayMigrate: true });
  });

  it('knows what was published last', () => {
    const ended = (at: string) => ({ by: { id: 'xu', name: '徐' }, at, reason: null });
    const first = { ...submission('published'), ended: ended('2026-10-09T02:00:00.000Z') };
    const second = { ...submission('published'), ended: ended('2026-10-10T02:00:00.000Z') };
    const refused = { ...submission('refused'), ended: ended('2026-10-11T02:00:00.000Z') };
    const all = [submission(), refused, second, first];
    expect(all.slice(2).map((one) => isNewestOf(one, all))).toEqual([true, false]);
  });
});
