import { describe, expect, test } from '@jest/globals';
import { outcomeNeeds } from '../../../lint/forms/outcome-needs.ts';
import { checkForm, outcome, reviewTask } from './check-form.ts';

const offering = (...values: string[]) => ({
  ...outcome,
  values: values.map((value) => ({ label: '选项', value })),
});
const field = (key: string, hide?: string, required = true) => ({
  ...{ id: `Field_${key}`, type: 'textarea', key, label: key, validate: { required } },
  ...(hide !== undefined && { conditional: { hide } }),
});
const opinion = {
  ...{ id: 'Field_opinion', type: 'expression', key: 'opinion' },
  expression: '=if outcome = "return" or outcome = "reject" then reason else remark',
};
const reason = field('reason', '=not(outcome = "return" or outcome = "reject")');
const remark = field('remark', undefined, false);
const ground = field('ground', '=not(outcome = "return" and count(grounds) > 0)');
const missing = (word: string, id: string, what: string) =>
  `Field_outcome 选择“${word}”（${id}）时，请显示必填的${what}，否则签署无效。`;

describe('outcome-needs', () => {
  test.each([
    ['an approval needs nothing', [offering('approve')], []],
    [
      'everything is asked for',
      [offering('approve', 'return', 'reject'), opinion, reason, remark, ground],
      [],
    ],
    ['one field for every outcome', [offering('reject'), field('opinion')], []],
    ['no opinion', [offering('reject')], [missing('不同意', 'reject', '意见 opinion')]],
    [
      'an opinion that may stay empty',
      [offering('reject'), field('opinion', undefined, false)],
      [missing('不同意', 'reject', '意见 opinion')],
    ],
    [
      'an opinion that is hidden',
      [offering('reject'), field('opinion', '=outcome = "reject"')],
      [missing('不同意', 'reject', '意见 opinion')],
    ],
    [
      'an opinion computed from a field that may stay empty',
      [offering('object', 'reject'), opinion, reason, remark],
      [missing('反对', 'object', '意见 opinion')],
    ],
    [
      'no ground',
      [offering('return'), field('opinion')],
      [missing('退回', 'return', '退回原因 ground')],
    ],
    [
      'neither days nor document',
      [offering('extend'), field('opinion')],
      [
        missing('申请延期', 'extend', '延期天数 extensionDays'),
        missing('申请延期', 'extend', '申请文号 extensionDocument'),
      ],
    ],
  ])('%s', (_, components, expected) => {
    expect(checkForm(outcomeNeeds, components)).toEqual(expected);
  });

  test('a step without a limit is handed back without a ground', () => {
    const userTasks = [{ ...reviewTask, timed: false }];
    const components = [offering('return'), field('opinion')];
    expect(checkForm(outcomeNeeds, components, { userTasks })).toEqual([]);
  });

  test('a start form has no outcome', () => {
    expect(checkForm(outcomeNeeds, [offering('reject')], { userTasks: [] })).toEqual([]);
  });
});
