import { describe, expect, test } from '@jest/globals';
import { formFields } from '../../../lint/forms/form-fields.ts';
import { checkForm, outcome, reviewTask } from './check-form.ts';

const price = { id: 'Field_price', type: 'number', key: 'price', label: '价格' };

describe('form-fields', () => {
  test('valid', () => {
    expect(checkForm(formFields, [outcome])).toEqual([]);
  });

  test('a field in a group is the variable of the group', () => {
    const group = { id: 'Group', type: 'group', path: 'opinion', components: [price] };
    expect(checkForm(formFields, [outcome, group])).toEqual([]);
  });

  test('a field no input declares, and no result keeps, is told twice', () => {
    expect(checkForm(formFields, [outcome, price])).toEqual([
      expect.stringContaining('Field_price stage-review 的 Task_Review 没有声明输入参数 price'),
      expect.stringContaining('Field_price 填写的 price 没有写入 stage-review 的 Task_Review'),
    ]);
  });

  test('a declared field the result leaves out is lost', () => {
    const userTasks = [{ ...reviewTask, inputs: ['outcome', 'price'] }];
    expect(checkForm(formFields, [outcome, price], { userTasks })).toEqual([
      expect.stringContaining('会丢失'),
    ]);
  });

  test('a field that an expression of the form reads counts as kept', () => {
    const sum = { id: 'Field_opinion', type: 'expression', key: 'opinion', expression: '=price' };
    const userTasks = [{ ...reviewTask, inputs: ['outcome', 'opinion', 'price'] }];
    expect(checkForm(formFields, [outcome, price, sum], { userTasks })).toEqual([]);
  });

  test('the same field twice is told', () => {
    expect(checkForm(formFields, [outcome, { ...outcome, id: 'Field_again' }])).toEqual([
      expect.stringContaining('Field_again 字段“outcome”重复'),
    ]);
  });

  test('what a dynamic list holds is part of the list', () => {
    const list = { id: 'List', type: 'dynamiclist', path: 'opinion', components: [price] };
    expect(checkForm(formFields, [outcome, list])).toEqual([]);
  });
});
