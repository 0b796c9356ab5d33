import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAmount } from '../../../law/application/amount.ts';

describe('readAmount', () => {
  test.each([
    [186.5, 186.5, 186500000n],
    ['186.5', 186.5, 186500000n],
    [' 0200.000000 ', 200, 200000000n],
    ['199.999999', 199.999999, 199999999n],
    [0.000001, 0.000001, 1n],
    ['0.0000010', 0.000001, 1n],
    ['5.', 5, 5000000n],
    [999999999.999999, 999999999.999999, 999999999999999n],
  ])('%p is %d 万元', (input, value, fen) => {
    expect(readAmount(input)).toEqual({ value, fen });
  });

  test.each([
    [undefined, 'missing'],
    [null, 'missing'],
    ['', 'missing'],
    [-1, 'not-positive'],
    ['-1', 'not-positive'],
    [0, 'not-positive'],
    [-0, 'not-positive'],
    ['0.000', 'not-positive'],
    ['二百万', 'not-a-number'],
    ['1e309', 'not-a-number'],
    ['1,000', 'not-a-number'],
    ['.5', 'not-a-number'],
    [Number.NaN, 'not-a-number'],
    [Number.NEGATIVE_INFINITY, 'not-a-number'],
    [true, 'not-a-number'],
    [[5], 'not-a-number'],
    [{ valueOf: () => 5 }, 'not-a-number'],
    [Number('1e309'), 'too-large'],
    [1e21, 'too-large'],
    ['1000000000', 'too-large'],
    ['1.0000001', 'too-precise'],
    [1e-7, 'too-precise'],
    [0.1 + 0.2, 'too-precise'],
  ])('%p is refused: %s', (input, fault) => {
    expect(readAmount(input)).toBe(fault);
  });

  test('keeps every amount exactly, as a number and as a numeral', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n - 1n }), (fen) => {
        const digits = fen.toString().padStart(7, '0');
        const numeral = `${digits.slice(0, -6)}.${digits.slice(-6)}`;
        const read = readAmount(numeral);
        expect(read).toMatchObject({ fen });
        expect(readAmount(Number(numeral))).toEqual(read);
      }),
    );
  });
});
