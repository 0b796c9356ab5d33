import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { watchNotices } from '../../../workers/move-deadlines/watch.ts';

let folder: string;
let close: (() => void) | undefined;
let errors: object[];
let calls: number;
let heard: () => void;

/** Waits until the watcher has called that often. */
const calledTimes = async (times: number) => {
  while (calls < times) {
    await new Promise<void>((resolve) => {
      heard = resolve;
    });
  }
};
const watch = (changed: () => Promise<void>, againAfterMs = 3_600_000) => {
  const counted = async () => {
    calls += 1;
    heard();
    await changed();
  };
  const log = { error: (details: object) => errors.push(details) };
  ({ close } = watchNotices(folder, counted, log, { settledAfterMs: 20, againAfterMs }));
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'));
  errors = [];
  calls = 0;
  heard = () => {};
});
afterEach(() => {
  close?.();
  rmSync(folder, { recursive: true });
});

test('it takes the notices over at the start and after a change', async () => {
  watch(async () => {});
  await calledTimes(1);
  writeFileSync(join(folder, '2031.yaml'), 'year: 2031');
  await calledTimes(2);
  expect(errors).toEqual([]);
});

test('after a failure the next change is taken over', async () => {
  let faulty = true;
  watch(async () => {
    if (faulty) throw new Error('bad notice');
  });
  await calledTimes(1);
  faulty = false;
  writeFileSync(join(folder, '2031.yaml'), 'year: 2031');
  await calledTimes(2);
  expect(errors).toMatchObject([{ err: { message: 'bad notice' } }]);
});

test('after a failure it tries again by itself', async () => {
  watch(async () => {
    if (calls === 1) throw new Error('the engine is away');
  }, 1);
  await calledTimes(2);
  expect(errors).toHaveLength(1);
});

test('one run ends before the next begins', async () => {
  let running = 0;
  let most = 0;
  watch(async () => {
    running += 1;
    most = Math.max(most, running);
    writeFileSync(join(folder, `${calls}.yaml`), '');
    await new Promise((resolve) => setTimeout(resolve, 60));
    running -= 1;
  });
  await calledTimes(3);
  expect(most).toBe(1);
});
