import { describe, expect, test } from '@jest/globals';
import { formUnknowns } from '../../../lint/forms/form-unknowns.ts';
import { checkForm } from './check-form.ts';

const LADDER = 'if kind = "a" then "建设类" else if kind = "b" then "服务类" else';

describe('form-unknowns', () => {
  test.each([
    ['each value with its branch', { text: `{{${LADDER} "—"}}` }],
    ['what was not filled in', { text: `{{${LADDER} "未填写"}}` }],
    ['one answer or the other', { expression: '=if outcome = "return" then reason else remark' }],
    ['yes or no', { conditional: { hide: '=if a = null then true else false' } }],
    ['no expression', { text: '如果不同意，else "退回"' }],
  ])('%s is fine', (_, component) => {
    expect(checkForm(formUnknowns, [{ id: 'A', type: 'text', ...component }])).toEqual([]);
  });

  test.each([
    ['a text', { text: `**类型** {{${LADDER} "运维类"}}，{{b}}` }, '运维类'],
    ['a text that begins with =', { text: `{{= ${LADDER} "运维类"}}` }, '运维类'],
    ['a table', { dataSource: `=for m in l return {kind: ${LADDER} "其他"}` }, '其他'],
    ['a computed value', { expression: `=${LADDER} "甲" + county` }, '甲'],
    ['a condition in brackets', { text: '{{(if a then "甲" else "乙") + b}}' }, '乙'],
  ])('%s whose last else states a fact is found', (_, component, stated) => {
    expect(checkForm(formUnknowns, [{ id: 'A', type: 'text', ...component }])).toEqual([
      expect.stringContaining(`A 最后的 else 断言“${stated}”`),
    ]);
  });
});
