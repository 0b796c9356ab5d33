import { describe, expect, test } from '@jest/globals';
import { formsStayInside } from '../../../lint/forms/forms-stay-inside.ts';
import { checkForm } from './check-form.ts';

const check = (component: object) => checkForm(formsStayInside, [{ id: 'A', ...component }]);
const text = (words: string) => ({ type: 'text', text: words });

describe('forms-stay-inside', () => {
  test.each([
    ['a text', text('**投资额** 80/90 万元 [注]：A < B')],
    ['a text with display values', text('{{#loop history}}\n**{{body}}** {{outcome}}{{/loop}}')],
    ['a text that asks', text('{{#if shown.a = "consultant"}}：{{shown.b}}{{/if}}')],
    [
      'a field that asks for an address',
      {
        type: 'textfield',
        description: '以 http:// 或 https:// 开头',
        validate: { pattern: '^https?://www.a' },
      },
    ],
  ])('%s is fine', (_, component) => {
    expect(check(component)).toEqual([]);
  });

  test.each([
    ['a page', { type: 'iframe', url: '' }, '内嵌页面'],
    ['HTML', { type: 'html', content: '<b>甲</b>' }, 'HTML'],
    ['a picture', { type: 'image', source: 'data:image/png;base64,AAAA' }, '图片'],
    ['a picture by expression', { type: 'image', source: '="ht" + "tp:/" + "/e.cn"' }, '图片'],
    ['a preview', { type: 'documentPreview', dataSource: '=files' }, '文件预览'],
    ['what nobody knows', { type: 'widget' }, 'widget'],
    ['a link', text('[说明](https://example.org/a)'), '“https://example.org/a”'],
    [
      'a link as browsers read it',
      text('[说明](https:\\\\example.org)'),
      '“https:\\\\example.org”',
    ],
    ['what becomes a link', text('见 www.example.org'), '“www.example.org”'],
    ['a Chinese host', text('见 //例子.中国'), '“//例子.中国”'],
    ['a link to a relative address', text('[说明](v2/topology)'), '不能有链接'],
    ['a picture in a text', text('![](x.png)'), '不能有链接'],
    ['the definition of a link', text('甲 [a][1]\n\n[1]: x'), '不能有链接'],
    ['markup', text('<a href="x">甲</a>'), '不能有链接'],
    ['a text by an expression', text('="[a](" + b + ")"'), '不能由表达式拼成'],
    ['pieces of a link', text('[a]{{"(" + shown.b + ")"}}'), '不能拼出链接'],
    ['pieces of an address', text('{{shown.b + "/"}}'), '不能拼出链接'],
    ['an address in a label', { type: 'radio', label: '见 http://10.0.0.1' }, '“http://10.0.0.1”'],
    [
      'an address of an option',
      { type: 'radio', values: [{ label: '//e.cn', value: 'a' }] },
      '“//e.cn”',
    ],
    ['an address by expression', { type: 'textfield', label: '="https://e.cn"' }, '“https://e.cn”'],
  ])('%s is found', (_, component, told) => {
    expect(check(component)[0]).toContain(told);
  });

  test('what is inside of a group is looked at too', () => {
    const inside = { type: 'iframe', id: 'B', url: 'x' };
    expect(check({ type: 'group', components: [inside] })).toEqual([
      expect.stringMatching(/^B .*内嵌页面/),
    ]);
  });
});
