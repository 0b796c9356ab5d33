import { describe, expect, test } from '@jest/globals';
import { formOutcome } from '../../../lint/forms/form-outcome.ts';
import { checkForm, outcome, reviewTask } from './check-form.ts';

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
      ['Task_Review 由审查方办理，不能作出“申请延期”', '结论“extend”在 Task_Review 之后没有'],
    ],
    [
      'a computed one without a way',
      [fixed('="submit"')],
      ['结论“submit”在 Task_Review 之后没有', 'Flow_Review_Approve 判断结论 approve，表单没有'],
    ],
    [
      'an outcome that is in no table',
      [offering('approve', 'agree')],
      ['“agree”不是可以选择的结论', '结论“agree”在 Task_Review 之后没有'],
    ],
    [
      'void, which nobody chooses',
      [offering('approve', 'void')],
      ['“void”不是可以选择的结论', '结论“void”在 Task_Review 之后没有'],
    ],
    [
      'the word of another outcome',
      [{ ...outcome, values: [{ label: '不同意', value: 'approve' }] }],
      ['结论“approve”的选项写作“不同意”，那是 reject 的名称'],
    ],
    [
      'options that are computed',
      [{ ...outcome, values: undefined, valuesExpression: '=choices' }],
      ['请逐项写明“结论”的选项'],
    ],
  ])('%s', (_, components, expected) => {
    expect(checkForm(formOutcome, components)).toEqual(
      expected.map((message) => expect.stringContaining(message)),
    );
  });

  test('a start form has none', () => {
    expect(checkForm(formOutcome, [], { userTasks: [] })).toEqual([]);
  });

  test.each([
    ['rejects', '=result_Task_Review.outcome = "reject"', 'reject'],
    ['rejects or hands back', '=result_Task_Review.outcome in ("reject", "approve")', 'reject'],
    ['knows an outcome nobody knows', '=result_Task_Review.outcome = "refuse"', 'refuse'],
  ])('a way that %s and no form offers', (_, condition, missing) => {
    const way = { id: 'Flow_Review_Reject', condition, target: 'End_Rejected' };
    const task = { ...reviewTask, ways: [...reviewTask.ways, way] };
    expect(checkForm(formOutcome, [outcome], { userTasks: [task] })).toEqual([
      `Field_outcome Task_Review 之后的 Flow_Review_Reject 判断结论 ${missing}，表单没有这个选项，请补上选项或者改写条件。`,
    ]);
  });

  test('a way may ask for something else too, or for whatever is not void', () => {
    const ways = [
      {
        ...{ id: 'Flow_Review_Approve', target: 'End_Approved' },
        condition: '=result_Task_Review.outcome = "approve" and result_Task_Review.signed = "no"',
      },
      {
        ...{ id: 'Flow_Review_Valid', target: 'End_Approved' },
        condition: '=result_Task_Review.outcome != "void"',
      },
    ];
    const task = { ...reviewTask, ways };
    expect(checkForm(formOutcome, [outcome], { userTasks: [task] })).toEqual([]);
  });
});
