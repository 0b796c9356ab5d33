import { expect, test } from '@jest/globals';
import { outcomeWord } from '../../law/outcomes.ts';
import { enteredSchema } from '../../workers/close-task/entered.ts';

test.each([...enteredSchema.shape.outcome.options, 'void'])('%s has a Chinese word', (outcome) => {
  expect(outcomeWord(outcome)).toMatch(/^\p{Script=Han}+$/u);
});

test('the words tell the outcomes apart', () => {
  const words = enteredSchema.shape.outcome.options.map(outcomeWord);
  expect(new Set(words).size).toBe(words.length);
});

test('an outcome of a later version is shown as it is', () => {
  expect(outcomeWord('extend-again')).toBe('extend-again');
});
