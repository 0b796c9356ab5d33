import { describe, expect, test } from '@jest/globals';
import { formsStayInside } from '../../../lint/forms/forms-stay-inside.ts';
import { checkForm } from './check-form.ts';

describe('forms-stay-inside', () => {
  test.each([
    ['a text', { type: 'text', text: '**投资额** 80/90 万元' }],
    [
      'a field that asks for an address',
      { type: 'textfield', validate: { pattern: '^https?://' } },
    ],
  ])('%s is fine', (_, component) => {
    expect(checkForm(formsStayInside, [{ id: 'A', ...component }])).toEqual([]);
  });

  test.each([
    ['a page', { type: 'iframe', url: '' }, '内嵌页面'],
    ['HTML', { type: 'html', content: '<b>甲</b>' }, 'HTML'],
    ['a link', { type: 'text', text: '[说明](https://example.org/a)' }, '“https://example.org/a”'],
    ['a picture', { type: 'image', source: '//example.org/a.png' }, '“//example.org/a.png”'],
    ['an address in a label', { type: 'radio', label: '见 http://10.0.0.1' }, '“http://10.0.0.1”'],
  ])('%s is found', (_, component, told) => {
    expect(checkForm(formsStayInside, [{ id: 'A', ...component }])).toEqual([
      expect.stringContaining(told),
    ]);
  });
});
