import { describe, expect, it } from '@jest/globals';
import { readFields } from '../../../web-modeler/compare/page/fields.ts';
import { partsOf } from '../../../web-modeler/compare/page/hunks.ts';
import { fateOf, pairUp } from '../../../web-modeler/compare/page/pairs.ts';

const ids = (text: string) => [...text].map((id) => ({ id }));
const told = (before: string, after: string) =>
  pairUp(ids(before), ids(after))
    .map((pair) => `${{ added: '+', removed: '-', kept: '' }[fateOf(pair)]}${pair.id}`)
    .join(' ');

describe('what has the same id in two texts', () => {
  it.each([
    ['abc', 'abc', 'a b c'],
    ['abc', 'ac', 'a -b c'],
    ['ac', 'abc', 'a +b c'],
    ['abc', 'c', '-a -b c'],
    ['abc', '', '-a -b -c'],
    ['', 'ab', '+a +b'],
    ['ab', 'ba', 'b a'],
  ])('%s and %s stand as %s', (before, after, expected) => {
    expect(told(before, after)).toBe(expected);
  });
});

describe('two texts line by line', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`);
  const flat = (before: string[], after: string[], around = 1) =>
    partsOf(before.join('\n'), after.join('\n'), around).map((part) =>
      'leftOut' in part ? part.leftOut : part.lines.map(({ kind, text }) => `${kind} ${text}`),
    );

  it('show a change with the lines around it and say how many are left out', () => {
    const before = lines(9);
    const after = before.with(4, 'new');
    expect(flat(before, after)).toEqual([
      3,
      ['same line 3', 'removed line 4', 'added new', 'same line 5'],
      3,
    ]);
  });

  it('give back both texts when nothing is left out', () => {
    const before = ['a', 'b', 'c', 'd'];
    const after = ['b', 'x', 'd', 'e'];
    const [part] = partsOf(before.join('\n'), after.join('\n'), 99);
    const all = part && 'lines' in part ? part.lines : [];
    const without = (kind: string) =>
      all.filter((line) => line.kind !== kind).map(({ text }) => text);
    expect(without('added')).toEqual(before);
    expect(without('removed')).toEqual(after);
  });
});

describe('the parts of a form', () => {
  it('are read in order, groups before their parts, without the layout', () => {
    const form = {
      components: [
        {
          id: 'g',
          type: 'group',
          label: '项目情况',
          components: [
            { id: 'n', type: 'number', key: 'amount', label: '金额', layout: { row: 'r' }, min: 1 },
          ],
        },
        { id: 't', type: 'text', text: '说明' },
      ],
    };
    expect(readFields(JSON.stringify(form))).toEqual([
      { id: 'g', type: 'group', label: '项目情况', key: '', rest: '' },
      { id: 'n', type: 'number', label: '金额', key: 'amount', rest: 'min: 1' },
      { id: 't', type: 'text', label: '说明', key: '', rest: '' },
    ]);
  });

  it('cannot be read of a broken text', () => {
    expect(readFields('{')).toBeUndefined();
    expect(readFields('{}')).toBeUndefined();
  });
});
