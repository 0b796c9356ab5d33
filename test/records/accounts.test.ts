import { expect, test } from '@jest/globals';
import type { Account } from '../../records/index.ts';
import { useRecords } from '../support/use-records.ts';

const use = useRecords();

const SET_AT = new Date('2026-03-10T01:00:00Z');
const account = (person: string, hash: string, kind: Account['kind'] = 'own'): Account => ({
  ...{ person, hash, kind },
  setAt: SET_AT,
});

test('who was never given a password has no account', async () => {
  expect(await use.records.account('nobody')).toBeUndefined();
});

test('a password that is given takes the place of the one before', async () => {
  await use.records.setPassword(account('li', 'a'));
  await use.records.setPassword(account('li', 'b', 'first'));
  expect(await use.records.account('li')).toEqual(account('li', 'b', 'first'));
  const { hash: _, ...told } = account('li', 'b', 'first');
  expect(await use.records.accounts()).toEqual([told]);
});

test('only the password that was known is replaced; twice is once', async () => {
  const { records } = use;
  expect(await records.replacePassword(account('wang', 'a'), undefined)).toBe(true);
  expect(await records.replacePassword(account('wang', 'a'), undefined)).toBe(true);
  expect(await records.replacePassword(account('wang', 'x'), undefined)).toBe(false);
  expect(await records.replacePassword(account('wang', 'b'), 'a')).toBe(true);
  expect(await records.replacePassword(account('wang', 'b'), 'a')).toBe(true);
  expect(await records.replacePassword(account('wang', 'c'), 'a')).toBe(false);
  expect(await records.account('wang')).toEqual(account('wang', 'b'));
});

test('of two who change one password at a moment, one does', async () => {
  const { records } = use;
  await records.setPassword(account('zhou', 'a'));
  const done = await Promise.all(
    ['b', 'c'].map((hash) => records.replacePassword(account('zhou', hash), 'a')),
  );
  const kept = (await records.account('zhou'))?.hash;
  expect(done).toEqual(['b', 'c'].map((hash) => hash === kept));
});

test('no kind of password but those two is stored', async () => {
  await expect(
    use.sql.query("insert into accounts values ('x', 'demo', 'h', now())"),
  ).rejects.toThrow(/check constraint/);
});
