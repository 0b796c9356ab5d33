import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

const DATE_OID = 1082;

/** Most connections held at a time. */
export const POOL_SIZE = 10;

/** What tells operators about connections that broke while nobody waited for them. */
export type ConnectionLog = (error: Error) => void;

/**
 * A pool to the database of the url. Days (`date`) stay strings, instants are Dates.
 * No connection that breaks can end the process: whoever waits gets the error, the log gets the rest.
 */
export function connect(url: string, log: ConnectionLog): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'records',
    max: POOL_SIZE,
    connectionTimeoutMillis: 10_000,
    // Longer than any query here needs; a database that hangs must not hang the workers.
    query_timeout: 30_000,
    keepAlive: true,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === DATE_OID ? (value: string) => value : pg.types.getTypeParser(oid, format as 'text'),
    },
  });
  pool.on('error', log);
  // The pool listens to idle clients only: a client that breaks inside a transaction needs its own listener.
  pool.on('connect', (client) => client.on('error', log));
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
