import { expect, test } from '@jest/globals';
import { backOffMs } from '../../../workers/mail/back-off.ts';

test('doubles from one second and never exceeds a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 2000].map(backOffMs)).toEqual([
    1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000,
  ]);
});
