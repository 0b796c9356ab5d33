import { expect, test } from '@jest/globals';
import { chooseAssignee } from '../../../law/directory/index.ts';
import { person } from './organization.ts';

const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ person: person(id, '市发改委') }));
const three = [a, b, c].flatMap((candidate) => candidate ?? []);

test('the one with the fewest open tasks', () => {
  const open = new Map([
    ['a', 2],
    ['b', 1],
    ['c', 3],
  ]);
  expect(chooseAssignee(three, open)).toBe(b);
});

test('someone without tasks counts as none', () => {
  expect(chooseAssignee(three, new Map([['a', 1]]))).toBe(b);
});

test('the first of the file on a tie', () => {
  expect(chooseAssignee(three, new Map())).toBe(a);
  expect(chooseAssignee([...three].reverse(), new Map())).toBe(c);
});

test('nobody when there is nobody', () => {
  expect(chooseAssignee([], new Map())).toBeUndefined();
});
