import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openRecords } from '../../records/index.ts';
import { useRecords } from '../support/use-records.ts';
import { makeOldSchema } from './support/old-data.ts';

const use = useRecords();

test('who was signed in when only the modeler had sessions stays so', async () => {
  const url = await use.postgres.createDatabase();
  await makeOldSchema(url);
  const sql = new pg.Client(url);
  await sql.connect();
  await sql.query(`insert into modeler_sessions values ('a', '{"userId":"wang"}', now())`);
  const again = await openRecords(url);
  await again.close();
  const { rows } = await sql.query('select sid, sess from sessions');
  await sql.end();
  expect(rows).toEqual([{ sid: 'a', sess: { userId: 'wang' } }]);
});

describe('people’s sessions', () => {
  const at = new Date('2026-03-10T01:00:00Z');
  const keyOf = (sid: string) => createHash('sha256').update(sid).digest('hex');
  const keys = async (person: string) =>
    (await use.records.sessionsOf(person, at)).map(({ key }) => key);

  beforeEach(async () => {
    await use.sql.query('delete from sessions');
    await use.sql.query(`insert into sessions values
      ('a', '{"userId":"wang"}', '2026-03-10T01:10:00Z'), ('b', '{"userId":"wang"}', '2026-03-10T01:20:00Z'),
      ('over', '{"userId":"wang"}', '2026-03-10T00:59:00Z'), ('c', '{"userId":"li"}', '2026-03-10T01:10:00Z'),
      ('visitor', '{}', '2026-03-10T01:10:00Z')`);
  });

  test('are told without their ids, the last used first, and not those that are over', async () => {
    const rows = await use.records.sessionsOf('wang', at);
    expect(rows).toEqual([
      { key: keyOf('b'), content: { userId: 'wang' }, endsAt: new Date('2026-03-10T01:20:00Z') },
      { key: keyOf('a'), content: { userId: 'wang' }, endsAt: new Date('2026-03-10T01:10:00Z') },
    ]);
    expect([...(await use.records.sessionCounts(at))].sort()).toEqual([
      ['li', 1],
      ['wang', 2],
    ]);
  });

  test('are ended one by one, only by whom they are of', async () => {
    await use.records.endSession('li', keyOf('a'));
    expect(await keys('wang')).toHaveLength(2);
    await use.records.endSession('wang', keyOf('a'));
    expect(await keys('wang')).toEqual([keyOf('b')]);
  });

  test('are ended all at once, or all but one', async () => {
    await use.records.endSessionsOf('wang', 'a');
    expect(await keys('wang')).toEqual([keyOf('a')]);
    await use.records.endSessionsOf('wang');
    expect(await keys('wang')).toEqual([]);
    expect(await keys('li')).toHaveLength(1);
  });
});
