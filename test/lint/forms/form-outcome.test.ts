import { describe, expect, test } from '@jest/globals';
import { formOutcome } from '../../../lint/forms/form-outcome.ts';
import { checkForm, outcome } from './check-form.ts';

const offering = (...values: string[]) => ({
  ...outcome,
  values: values.map((value) => ({ label: '选项', value })),
});
const fixed = (expression: string) => ({
  id: 'Field_outcome',
  type: 'expression',
  key: 'outcome',
  expression,
});

describe('form-outcome', () => {
  test.each([
    ['valid', [outcome], []],
    ['valid: computed', [fixed('="approve"')], []],
    ['no outcome', [], ['review 表单应当有“结论”字段']],
    [
      'not required',
      [{ ...outcome, validate: {} }],
      ['Field_outcome 请把“结论”字段 outcome 设为必填'],
    ],
    [
      'an outcome without a way',
      [offering('approve', 'extend')],
      ['结论“extend”在 Task_Review 之后没有'],
    ],
    ['a computed one without a way', [fixed('="submit"')], ['结论“submit”在 Task_Review 之后没有']],
  ])('%s', (_, components, expected) => {
    expect(checkForm(formOutcome, components)).toEqual(
      expected.map((message) => expect.stringContaining(message)),
    );
  });

  test('a start form has none', () => {
    expect(checkForm(formOutcome, [], { userTasks: [] })).toEqual([]);
  });
});
