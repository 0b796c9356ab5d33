import { afterAll, beforeAll, jest } from '@jest/globals';
import pg from 'pg';
import { openRecords, type Records } from '../../records/index.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

export type RecordsInUse = {
  postgres: TestPostgres;
  url: string;
  records: Records;
  /** A connection of the test's own, to look and to interfere. */
  sql: pg.Client;
  /** Broken connections the records have reported. */
  logged: Error[];
};

/** Gives a test file records of its own on a real PostgreSQL; the fields are there once the tests run. */
export function useRecords(): RecordsInUse {
  // A busy machine may take its time to set the server up.
  jest.setTimeout(60_000);
  const use: Partial<RecordsInUse> = { logged: [] };
  beforeAll(async () => {
    use.postgres = await startPostgres();
    use.url = await use.postgres.createDatabase();
    use.records = await openRecords(use.url, (error) => use.logged?.push(error));
    use.sql = new pg.Client(use.url);
    // Some tests stop the server under it.
    use.sql.on('error', () => {});
    await use.sql.connect();
  });
  afterAll(async () => {
    await use.sql?.end();
    await use.records?.close();
    await use.postgres?.remove();
  });
  return use as RecordsInUse;
}
