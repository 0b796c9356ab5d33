import { expect, test } from '@jest/globals';
import { openRecords } from '../../records/index.ts';
import { useRecords } from '../support/use-records.ts';

const use = useRecords();

test('who was signed in when only the modeler had sessions stays so', async () => {
  await use.sql.query('alter table sessions rename to modeler_sessions');
  await use.sql.query('alter index sessions_expire rename to modeler_sessions_expire');
  await use.sql.query(`delete from kysely_migration where name >= '0015'`);
  await use.sql.query(`insert into modeler_sessions values ('a', '{"userId":"wang"}', now())`);
  const again = await openRecords(use.url);
  await again.close();
  const { rows } = await use.sql.query('select sid, sess from sessions');
  expect(rows).toEqual([{ sid: 'a', sess: { userId: 'wang' } }]);
});
