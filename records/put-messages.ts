import type { InsertResult, Kysely, QueryCreator } from 'kysely';
import type { NewMessage } from './messages.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

/** Puts mails into the outbox, at least one; of the same id the first stands. */
export function putMessages(db: Kysely<Tables>, messages: NewMessage[]) {
  // In one order, so that two jobs that queue the same mails cannot block each other.
  const rows = messages
    .map(({ notBefore, about, ...message }) =>
      storable({ ...message, about: about ?? null, nextAttemptAt: notBefore ?? null }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return db
    .insertInto('messages')
    .values(rows)
    .onConflict((c) => c.column('id').doNothing());
}

type Besides = { put: InsertResult };

/** The start of a statement that also puts these mails into the outbox; there may be none. */
export function withMessages(
  db: Kysely<Tables>,
  messages: NewMessage[],
): QueryCreator<Tables & Besides> {
  if (messages.length === 0) return db.withTables<Besides>();
  return db.with('put', () => putMessages(db, messages));
}
