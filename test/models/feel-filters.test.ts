import { expect, test } from '@jest/globals';
import { feelValue } from '../../models/feel.ts';
import { withTestedFilters } from '../../models/feel-filters.ts';

const variables = {
  opinions: [
    { body: '甲', ok: true },
    { body: '乙', ok: false },
  ],
  concerned: ['乙'],
  numbers: [1, 2, 3],
};

// What the real engine answers (test/process/joint-review-again.test.ts).
test.each([
  ['=opinions[list contains(concerned, item.body)].body', ['乙']],
  ['=opinions[not(list contains(concerned, item.body))].body', ['甲']],
  ['=opinions[item.ok].body', ['甲']],
  ['=opinions[item.body = "甲"].ok', [true]],
  ['={again: opinions[list contains(concerned, item.body)], some: count(again)}.some', 1],
  ['=numbers[even(item)][1]', 2],
  ['=numbers[count(numbers)]', 3],
  ['=numbers[-1]', 3],
  ['=numbers[item > 1]', [2, 3]],
])('%s', (source, value) => {
  expect(feelValue(source, variables)).toEqual(value);
});

test('what is no filter by a question stays as it is written', () => {
  for (const feel of ['a + 1', 'a[1]', 'a[count(a)]', 'a[i]', '["x", "y"]', 'a[', 'a[b(']) {
    expect(withTestedFilters(feel)).toBe(feel);
  }
});
