import { expect, test } from '@jest/globals';
import { possibleValues } from '../../models/feel-values.ts';

test.each<[source: string, texts: string[], variables: string[]]>([
  ['市甲局', ['市甲局'], []],
  ['', [], []],
  ['="市甲局"', ['市甲局'], []],
  ['=approver', [], ['approver']],
  ['=["市甲局", (approver)]', ['市甲局'], ['approver']],
  [
    '=if level = "county" then "县甲局" else if x then y else "市甲局"',
    ['县甲局', '市甲局'],
    ['y'],
  ],
  [
    '=distinct  values(concatenate(["市甲局"], if r.bodies = null then [] else r.bodies))',
    ['市甲局'],
    [],
  ],
  ['=for opinion in opinions return opinion.body', [], []],
  ['=bodies[item = "市甲局"]', [], []],
  ['=string length("市甲局")', [], []],
  ['=null', [], []],
])('%s', (source, texts, variables) => {
  expect(possibleValues(source)).toEqual({ texts, variables });
});
