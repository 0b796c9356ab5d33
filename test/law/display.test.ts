import { describe, expect, test } from '@jest/globals';
import { asText, isWritten, plainText } from '../../law/display.ts';

// That nothing acts in form-js itself is seen in test/bpmn/forms/text-is-text.test.ts.
describe('asText', () => {
  test.each([
    ['市教育局 2026-10-09 9:30', '市教育局 2026-10-09 9:30'],
    ['80~90', '80&#126;90'],
    ['- 一', '&#45; 一'],
    ['1. 一', '&#49;. 一'],
    ['甲\r\n乙\u2028丙', '甲<br>乙<br>丙'],
    ['甲\n\n  乙', '甲<br><br>&#160;&#160;乙'],
    ['甲  乙', '甲 &#160;乙'],
    ['甲\u202e乙\u0000丙\ud800', '甲乙丙'],
    ['  \n', ''],
  ])('%j is written %j', (typed, written) => {
    expect(asText(typed)).toBe(written);
  });

  test('fits into one cell of a table', () => {
    expect(asText('甲\n| 乙 |\n---')).not.toMatch(/[\n|]/);
  });
});

describe('plainText', () => {
  const words = { construction: '建设类' };
  test.each([
    [undefined, {}, '未填写'],
    [null, {}, '未填写'],
    ['\u200b \u3000', {}, '未填写'],
    ['——', {}, '未填写'],
    ['一', {}, '一'],
    [true, {}, '是'],
    [false, {}, '否'],
    [0.000001, {}, '0.000001'],
    ['186.50', { unit: '万元' }, '186.50 万元'],
    [undefined, { unit: '万元' }, '未填写'],
    ['construction', { words }, '建设类'],
    ['toString', { words }, '—'],
    ['other', { words }, '—'],
    [7, { words }, '—'],
    ['', { words }, '未填写'],
    [{}, {}, '—'],
    [['construction', 'x'], { words }, '建设类、—'],
    [[], {}, '未填写'],
  ])('%j with %j is %s', (value, asked, told) => {
    expect(plainText(value, asked)).toBe(told);
  });
});

test.each([
  ['意见', true],
  ['3', true],
  ['é', true],
  [0, true],
  [false, true],
  ['', false],
  ['\u200b', false],
  ['\u2060\ufeff', false],
  ['。，——', false],
  [undefined, false],
])('whether %j is written: %s', (value, written) => {
  expect(isWritten(value)).toBe(written);
});
