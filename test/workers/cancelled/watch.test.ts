import { expect, test } from '@jest/globals';
import { watchCancelled } from '../../../workers/cancelled/watch.ts';
import { noLog } from '../../engine/support.ts';

/** Watches for so many milliseconds of waiting. @returns when it was looked, from the start */
async function looksWithin(ms: number, changed: (now: number) => boolean, failsAt = -1) {
  const stop = new AbortController();
  const looks: number[] = [];
  let now = 0;
  await watchCancelled({
    close: async () => {
      looks.push(now);
      if (now === failsAt) throw new Error('away');
    },
    records: { changedWithin: async () => changed(now) },
    signal: stop.signal,
    wait: async (passed) => {
      now += passed;
      if (now > ms) stop.abort();
    },
    log: noLog,
  });
  return looks;
}

test('it is looked at the start and every minute', async () => {
  expect(await looksWithin(120_000, () => false)).toEqual([0, 60_000, 120_000]);
});

test('it is looked again and again soon after a change', async () => {
  const looks = await looksWithin(30_000, (now) => now >= 9_000 && now <= 18_000);
  expect(looks).toEqual([0, 9_000, 12_000, 15_000, 18_000]);
});

test('a failure is followed by another look', async () => {
  expect(await looksWithin(60_000, () => false, 0)).toEqual([0, 60_000]);
});
