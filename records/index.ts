import { types } from 'node:util';
import { sql } from 'kysely';
import { auditQueries } from './audit.ts';
import { clockQueries } from './clocks.ts';
import { type ConnectionLog, connect } from './connection.ts';
import { decisionQueries } from './decisions.ts';
import { messageQueries } from './messages.ts';
import { migrate } from './migrate.ts';
import { moveQueries } from './moves.ts';
import { overrulingQueries } from './overrulings.ts';
import { projectQueries } from './projects.ts';
import { referralQueries } from './referrals.ts';
import { submissionQueries } from './submissions.ts';
import { surviving } from './survive.ts';
import type { Records } from './types.ts';
import { withdrawalQueries } from './withdrawals.ts';

export type * from './submission-types.ts';
export type * from './types.ts';

/**
 * Opens the records in the database of a `postgres://` url and brings its schema up to date;
 * safe when several processes start at once. `log` hears of connections that break while idle.
 * @throws when the database cannot be reached or migrated; the text names the place, never the password.
 */
export async function openRecords(url: string, log: ConnectionLog = () => {}): Promise<Records> {
  const db = connect(url, log);
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw new Error(`Cannot open the records at ${place(url)}: ${reason(error)}`, { cause: error });
  }
  return {
    ...surviving({
      ...projectQueries(db),
      ...clockQueries(db),
      ...decisionQueries(db),
      ...messageQueries(db),
      ...referralQueries(db),
      ...withdrawalQueries(db),
      ...auditQueries(db),
      ...overrulingQueries(db),
      ...submissionQueries(db),
      ...moveQueries(db),
      ping: async () => void (await sql`select 1`.execute(db)),
    }),
    close: () => db.destroy(),
  };
}

function place(url: string): string {
  if (!URL.canParse(url)) return 'an address that is not a URL';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}

/** Node gives an empty message when a name has several addresses and none answers. */
function reason(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
