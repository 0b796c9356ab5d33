import { expect, test } from '@jest/globals';
import { aScope } from '../support/records.ts';
import { useRecords } from '../support/use-records.ts';

const use = useRecords();

test('of several jobs that raise the same referral at once exactly one wins, and wins again', async () => {
  const jobs = ['j1', 'j2', 'j3', 'j4'];
  const won = await Promise.all(jobs.map((job) => use.records.refer(aScope('p'), 1, job, 30)));
  expect(won.filter(Boolean)).toHaveLength(1);
  expect(await Promise.all(jobs.map((job) => use.records.refer(aScope('p'), 1, job, 31)))).toEqual(
    won,
  );
});

test('the delay last referred is kept as it was first raised', async () => {
  expect((await use.records.past(aScope('s'))).referredDelay).toBeUndefined();
  await use.records.refer(aScope('s'), 1, 'j1', 30);
  await use.records.refer(aScope('s'), 2, 'j2', 60);
  await use.records.refer(aScope('s'), 2, 'j3', 62);
  expect((await use.records.past(aScope('s'))).referredDelay).toBe(60);
});

test('the next referral and another project are raised on their own', async () => {
  await use.records.refer(aScope('q'), 1, 'j1', 30);
  expect(await use.records.refer(aScope('q'), 2, 'j2', 60)).toBe(true);
  expect(await use.records.refer(aScope('r'), 1, 'j2', 30)).toBe(true);
  expect(await use.records.refer(aScope('q'), 1, 'j2', 30)).toBe(false);
});
