import { expect, test } from '@jest/globals';
import { within } from '../../engine/within.ts';

const never = new Promise<never>(() => {});

test('it gives the answer that comes in time', async () => {
  expect(await within(60_000, Promise.resolve('answer'))).toBe('answer');
});

test("it gives the work's own error", async () => {
  await expect(within(60_000, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});

test('work that hangs is given up', async () => {
  await expect(within(1, never)).rejects.toThrow('no answer within 1 ms');
});

test('a signal ends the waiting, also one that came before', async () => {
  const stop = new AbortController();
  const waiting = within(60_000, never, stop.signal);
  stop.abort(new Error('stopped'));
  await expect(waiting).rejects.toThrow('stopped');
  await expect(within(60_000, never, stop.signal)).rejects.toThrow('stopped');
});

test('what fails after it was given up disturbs nobody', async () => {
  let fail: (error: Error) => void = () => {};
  const late = new Promise<never>((_, reject) => {
    fail = reject;
  });
  await expect(within(1, late)).rejects.toThrow('no answer');
  fail(new Error('too late'));
  // An unhandled rejection would end this process here.
  await new Promise(setImmediate);
});
