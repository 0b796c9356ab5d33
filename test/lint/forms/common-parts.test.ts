import { describe, expect, test } from '@jest/globals';
import { facts, found, PART, place } from '../parts/found-in-parts.ts';

describe('common-parts', () => {
  test('a form that places a part is fine', async () => {
    expect(await found([place])).toEqual([]);
  });

  test.each([
    ['a pasted copy', [facts], 'stage/review.form Group_facts 这里是公共部分“facts”的复制件'],
    [
      'an unknown part',
      [{ ...place, properties: { part: 'fcats' } }],
      'stage/review.form Part_facts 没有公共部分“fcats”',
    ],
    [
      'a place that is not empty',
      [{ ...place, components: [{ id: 'Text_a', type: 'text', text: '甲' }] }],
      'stage/review.form Part_facts 公共部分“facts”的位置上另有内容',
    ],
    [
      'a list of names that is none',
      [{ id: 'Field_a', type: 'text', text: '甲', properties: { optionsFrom: 'everybody' } }],
      'stage/review.form Field_a 没有名单“everybody”',
    ],
  ])('%s is found', async (_, form, told) => {
    expect(await found(form)).toEqual([expect.stringContaining(told)]);
  });

  test('what is wrong inside a part is told once, of its own file', async () => {
    const wrong = {
      ...facts,
      components: [{ id: 'Text_facts', type: 'text', text: '{{reason}}' }],
    };
    expect(await found([place], [wrong])).toEqual([
      expect.stringContaining(`${PART} Text_facts “{{reason}}”`),
    ]);
  });
});
