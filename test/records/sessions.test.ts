import { expect, test } from '@jest/globals';
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
