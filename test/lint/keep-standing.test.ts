import { describe, expect, test } from '@jest/globals';
import { applyRules } from '../../lint/apply-rules.ts';
import { keepStanding } from '../../lint/keep-standing.ts';
import type { FormRule } from '../../lint/rule.ts';
import { context } from './context.ts';

const crash = () => {
  throw new Error('cannot read x');
};

describe('a rule that crashes becomes a finding', () => {
  test.each([
    ['given as a function', crash],
    ['given as enter', { enter: crash }],
    ['given as leave', { leave: crash }],
  ])('in a diagram, %s', (_, check) => {
    const [visit] = Object.values(keepStanding({ check }).check as Record<string, unknown>);
    const told: unknown[] = [];
    const report = (...finding: unknown[]) => told.push(finding);
    (visit as (element: object, reporter: object) => void)({ id: 'Task_Review' }, { report });
    expect(told).toEqual([
      ['Task_Review', expect.stringContaining('cannot read x'), { crashed: true }],
    ]);
  });

  test('in a form or a table, beside the findings of the other rules', () => {
    const rule = { kind: 'form', severity: 'warning', legal: true } as const;
    const rules: FormRule[] = [
      { ...rule, id: 'broken', check: crash },
      { ...rule, id: 'sound', check: (_form, _context, report) => report('Id', 'told') },
    ];
    const form = { file: 'a.form', id: 'a', platform: undefined, components: [], source: '' };
    const found = applyRules(rules, ({ check }, report) => check(form, context(), report));
    expect(found).toEqual([
      {
        rule: 'broken',
        severity: 'error',
        legal: true,
        message: expect.stringContaining('cannot read x'),
      },
      { rule: 'sound', severity: 'warning', legal: true, id: 'Id', message: 'told' },
    ]);
  });
});
