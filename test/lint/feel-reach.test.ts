import { describe, expect, test } from '@jest/globals';
import { languageProblem, reachProblem } from '../../lint/feel-reach.ts';

describe('reachProblem', () => {
  test.each([
    'investment >= 500',
    'function(x) x + 1',
    'if kind = "external" then 1 else 2',
    '"已由外部 external 单位办理"',
    'date and time("2031-09-22T09:00:00")',
  ])('%s is FEEL', (feel) => {
    expect(reachProblem(feel)).toBeUndefined();
  });

  test.each([
    'function(x) external { java: { class: "java.lang.Math" } }',
    'abs(function(x) external {})',
    'function /* */ (x) /* */ external {}',
    '{ f: function() external {}, g: 1 }.g',
    '"quoted function external"',
    '// function\nexternal',
    'external {',
    'x = external + (',
    'java.lang.Runtime',
    '"javax . script"',
    'a.getClass()',
    '{ method  signature: "exec(string)" }',
  ])('%s is refused', (feel) => {
    expect(reachProblem(feel)).toBeDefined();
  });
});

test.each([
  [undefined, true],
  ['', true],
  ['feel', true],
  ['https://www.omg.org/spec/DMN/20191111/FEEL/', true],
  ['http://www.omg.org/spec/FEEL/20140401', true],
  ['javascript', false],
  ['juel', false],
  ['https://www.omg.org/spec/FEEL/../x', false],
])('the language %s is fine: %s', (language, fine) => {
  expect(languageProblem(language) === undefined).toBe(fine);
});
