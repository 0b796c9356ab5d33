import { expect, test } from '@jest/globals';
import { withLiterals } from '../../../gateway/chinese/literals.ts';

const SCRIPT = 'f("No. (1)");g("At least ".concat(e.min,"."),a+1," of ",b.length);f("No. (1)")';

test('every piece becomes Chinese, names as the build chose them', () => {
  expect(
    withLiterals(SCRIPT, [
      ['"No. (1)"', '"无"', 2],
      ['"At least ".concat({},".")', '"不少于 ".concat($1,"。")'],
      ['{}+1," of ",{}.length', '$1+1,"/",$2.length'],
    ]),
  ).toBe('f("无");g("不少于 ".concat(e.min,"。"),a+1,"/",b.length);f("无")');
});

test.each([
  ['found more often than known', '"No. (1)"'],
  ['not found', '"No! (1)"'],
  ['only like it', '"No. (1"'],
])('a piece %s: another script', (_what, piece) => {
  expect(withLiterals(SCRIPT, [[piece, '"无"']])).toBeUndefined();
});
