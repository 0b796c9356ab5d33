import { describe, expect, test } from '@jest/globals';
import type { Body } from '../../../law/directory/index.ts';
import { type Signed, verdictOn } from '../../../workers/close-task/verdict.ts';
import { directory } from '../support/builders.ts';

const bodyOf = (name: string) => directory.body(name) as Body;
const facts = { applicantUnit: '市教育局', ownerUnit: '市教育局', level: 'city' } as const;
const terms = {
  position: '经办人',
  eachVisit: false,
  grounds: ['需求确认', '编修文本'],
  handedBackOn: [],
  decidesExtension: false,
  carried: [],
};
const by = (signer: string) => ({ signature: { signer, signedAt: new Date(0) } });
const reviewer: Signed = {
  clock: { role: 'reviewer', limitDays: 15, facts },
  terms,
  body: bodyOf('市数据管理部门'),
  ...by('data.zhang'),
  closedOn: '2031-09-10',
  brought: [],
};
const owner: Signed = {
  ...reviewer,
  clock: { role: 'owner', limitDays: 5, facts },
  body: bodyOf('市教育局'),
  ...by('school.tang'),
};
const approve = { outcome: 'approve' };
const verdict = (entered: unknown, signed: Signed) => verdictOn(entered, signed, directory);

describe('the signer', () => {
  test('counts when they belong to the body, whoever the assignee was', () => {
    expect(verdict(approve, { ...reviewer, ...by('data.liu') })).toEqual({
      valid: true,
      entered: approve,
    });
  });

  test('counts for the person they stand in for on that day', () => {
    const finance = { ...reviewer, body: bodyOf('市财政局'), ...by('finance.head') };
    expect(verdict(approve, { ...finance, closedOn: '2031-11-30' })).toMatchObject({
      valid: true,
      onBehalfOf: 'finance.wu',
    });
    expect(verdict(approve, { ...finance, closedOn: '2031-12-01' })).not.toHaveProperty(
      'onBehalfOf',
    );
  });

  test.each([
    ['nobody knows', 'nobody.known', 'unknown-person'],
    ['is not named', '', 'unknown-person'],
    ['is of another body', 'finance.wu', 'not-of-body'],
    ['is of the applicant', 'school.tang', 'conflict-of-interest'],
  ])('who %s makes it void', (_name, signer, reason) => {
    expect(verdict(approve, { ...reviewer, ...by(signer) })).toEqual({ valid: false, reason });
  });

  test('is looked at before what was entered', () => {
    expect(verdict({}, { ...reviewer, ...by('finance.wu') })).toMatchObject({
      reason: 'not-of-body',
    });
  });

  test.each(['unsigned', 'altered'] as const)('does not count when it is %s', (flaw) => {
    const signature = { ...reviewer.signature, flaw };
    expect(verdict(approve, { ...reviewer, signature })).toEqual({ valid: false, reason: flaw });
  });

  test("of the applicant's own step may be the applicant's person", () => {
    expect(verdict({ outcome: 'submit' }, owner)).toMatchObject({ valid: true });
  });
});

describe('what was entered', () => {
  const incomplete = { valid: false, reason: 'incomplete' };

  test.each([
    ['nothing', undefined],
    ['text', 'approve'],
    ['no outcome', { outcome: null }],
    ['an outcome that does not exist', { outcome: 'maybe' }],
    ['the word for a void one', { outcome: 'void' }],
    ['an opinion that is not text', { outcome: 'approve', opinion: 5 }],
    ['an opinion of more than 4000 characters', { outcome: 'approve', opinion: '长'.repeat(4001) }],
  ])('is incomplete with %s', (_name, entered) => {
    expect(verdict(entered, reviewer)).toEqual(incomplete);
  });

  test.each(['reject', 'object', 'withhold', 'support-with-changes', 'return'])(
    '%s needs an opinion',
    (outcome) => {
      const ground = '需求确认';
      expect(verdict({ outcome, ground, opinion: '  ' }, reviewer)).toEqual(incomplete);
      expect(verdict({ outcome, ground, opinion: '理由' }, reviewer)).toMatchObject({
        valid: true,
      });
    },
  );

  test('approval and support need none', () => {
    expect(verdict({ outcome: 'approve', opinion: null }, reviewer).valid).toBe(true);
    expect(verdict({ outcome: 'support', opinion: '' }, reviewer).valid).toBe(true);
  });

  test('a timed step is handed back on one of its own grounds or not at all', () => {
    const back = { outcome: 'return', opinion: '请补充' };
    expect(verdict(back, reviewer)).toEqual(incomplete);
    expect(verdict({ ...back, ground: '还没看' }, reviewer)).toEqual(incomplete);
    expect(verdict({ ...back, ground: '编修文本' }, reviewer).valid).toBe(true);
  });

  test('an untimed step may be handed back with a reason alone', () => {
    const untimed = { ...reviewer, clock: { ...reviewer.clock, limitDays: null } };
    expect(verdict({ outcome: 'return', opinion: '请补充' }, untimed).valid).toBe(true);
  });

  test('an owner submits and cannot approve', () => {
    expect(verdict({ outcome: 'submit' }, owner).valid).toBe(true);
    expect(verdict({ outcome: 'approve' }, owner)).toEqual(incomplete);
  });

  test('an outcome that the step does not offer is void, whoever may give it elsewhere', () => {
    const offering = {
      ...reviewer,
      terms: { ...terms, outcomes: ['approve', 'return', 'reject'] },
    };
    expect(verdict(approve, offering).valid).toBe(true);
    for (const outcome of ['submit', 'support', 'continue']) {
      expect(verdict({ outcome }, reviewer).valid).toBe(true);
      expect(verdict({ outcome }, offering)).toEqual({ valid: false, reason: 'not-offered' });
    }
  });

  describe('asking for more time', () => {
    const extend = {
      outcome: 'extend',
      opinion: '机房搬迁未完成',
      extensionDays: 20,
      extensionDocument: '九教函〔2031〕5号',
    };

    test('is for the owner of a step with a limit', () => {
      expect(verdict(extend, owner)).toMatchObject({ valid: true, entered: extend });
      const untimed = { ...owner, clock: { ...owner.clock, limitDays: null } };
      expect(verdict(extend, untimed)).toEqual(incomplete);
      expect(verdict(extend, reviewer)).toEqual(incomplete);
    });

    test.each([1, 60])('takes %s days', (extensionDays) => {
      expect(verdict({ ...extend, extensionDays }, owner).valid).toBe(true);
    });

    test.each([0, 61, 2.5, -1, '20', null, undefined])('does not take %p days', (extensionDays) => {
      expect(verdict({ ...extend, extensionDays }, owner)).toEqual(incomplete);
    });

    test.each([
      ['no reason', { opinion: ' ' }],
      ['no document', { extensionDocument: '  ' }],
      ['a document that is none', { extensionDocument: null }],
      ['a document of more than 200 characters', { extensionDocument: '文'.repeat(201) }],
    ])('is incomplete with %s', (_name, wrong) => {
      expect(verdict({ ...extend, ...wrong }, owner)).toEqual(incomplete);
    });

    test('leaves a submission alone whatever was typed before', () => {
      const changedMind = { ...extend, outcome: 'submit', extensionDays: 99 };
      expect(verdict(changedMind, owner).valid).toBe(true);
    });
  });

  describe('deciding on more time', () => {
    const decides = {
      ...reviewer,
      clock: { ...reviewer.clock, limitDays: null },
      terms: { ...terms, decidesExtension: true },
    };

    test.each([1, 60])('grants %s days', (grantedDays) => {
      expect(verdict({ outcome: 'approve', grantedDays }, decides).valid).toBe(true);
    });

    test.each([0, 61, 1.5, '5', null, undefined])('does not grant %p days', (grantedDays) => {
      expect(verdict({ outcome: 'approve', grantedDays }, decides)).toEqual(incomplete);
    });

    test('is refused with a reason', () => {
      expect(verdict({ outcome: 'reject', grantedDays: null }, decides)).toEqual(incomplete);
      expect(verdict({ outcome: 'reject', opinion: '理由不足' }, decides).valid).toBe(true);
    });
  });

  describe('asking for opinions anew', () => {
    const untimed = { ...reviewer, clock: { ...reviewer.clock, limitDays: null } };
    const back = { outcome: 'return', opinion: '请修改完善', ground: '修改完善方案' };

    test('asks all, or bodies that are named', () => {
      expect(verdict({ ...back, askAgain: 'all', concernedBodies: null }, untimed).valid).toBe(
        true,
      );
      const some = { ...back, askAgain: 'concerned', concernedBodies: ['市财政局'] };
      expect(verdict(some, untimed).valid).toBe(true);
      expect(verdict({ ...back, askAgain: null }, untimed).valid).toBe(true);
    });

    test.each([
      ['nobody', []],
      ['nothing', null],
      ['somebody without a name', ['']],
    ])('is incomplete when %s is named', (_name, concernedBodies) => {
      expect(verdict({ ...back, askAgain: 'concerned', concernedBodies }, untimed)).toEqual(
        incomplete,
      );
    });
  });
});
