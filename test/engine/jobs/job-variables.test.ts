import { expect, test } from '@jest/globals';
import { parse } from 'lossless-json';
import { JobVariables } from '../../../engine/jobs/job-variables.ts';

/** Fills the variables as the SDK does, from the JSON of a job. */
function filled(json: string): object {
  const variables = new JobVariables();
  for (const [name, value] of Object.entries(parse(json) as object)) variables[name] = value;
  return { ...variables };
}

test('what fits comes through as it was', () => {
  const json = '{"text":"甲","none":null,"yes":true,"amount":199.999999,"list":[1,{"a":[2]}]}';
  expect(filled(json)).toEqual(JSON.parse(json));
});

// Tried on 8.6.0: with the SDK's own reading each of these fails the job and prints it.
test.each([
  ['an integer beyond JavaScript', '12345678901234567890'],
  ['the greatest long', '9223372036854775807'],
  ['more digits than a double holds', '0.1234567890123456789'],
  ['more than the greatest double', '1e309'],
])('%s is rounded wherever it stands', (_name, written) => {
  const json = `{"a":${written},"application":{"investment":${written},"quotes":[{"price":${written}}]}}`;
  expect(filled(json)).toEqual(JSON.parse(json));
});

test('nobody can pass an object off as one of the numbers', () => {
  expect(filled('{"a":{"isLosslessNumber":true,"value":"x","b":1}}')).toEqual({
    a: { value: 'x', b: 1 },
  });
});

test('a key named like the prototype is an ordinary key', () => {
  const read = filled('{"a":{"__proto__":{"admin":true}}}') as { a: { admin?: boolean } };
  expect(read.a.admin).toBeUndefined();
});
