import { describe, expect, test } from '@jest/globals';
import { formLabels } from '../../../lint/forms/form-labels.ts';
import { checkForm, outcome } from './check-form.ts';

describe('form-labels', () => {
  test.each([
    ['valid', outcome, []],
    ['date', { type: 'datetime', key: 'date', dateLabel: '日期' }, []],
    ['text made of data', { type: 'text', text: '{{projectId}}' }, []],
    ['untitled group', { type: 'group', components: [] }, []],
    ['English field', { ...outcome, label: 'Outcome' }, ['请填写字段的中文名称']],
    ['field without a label', { ...outcome, label: '' }, ['请填写字段的中文名称']],
    ['English title', { type: 'group', label: 'Facts', components: [] }, ['请把标题改成中文']],
    ['English text', { type: 'text', text: 'Please fill in' }, ['请把说明文字改成中文']],
    [
      'English option',
      { ...outcome, values: [{ label: 'Approve', value: 'approve' }] },
      ['请把选项“Approve”改成中文'],
    ],
  ])('%s', (_, component, expected) => {
    expect(checkForm(formLabels, [component])).toEqual(
      expected.map((message) => expect.stringContaining(message)),
    );
  });
});
