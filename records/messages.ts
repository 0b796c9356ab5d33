import { type Kysely, sql } from 'kysely';
import { putMessages } from './put-messages.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';
import type { DueMessage, Records } from './types.ts';

type Queries = Pick<
  Records,
  | 'queueMessages'
  | 'takeDueMessages'
  | 'markSent'
  | 'markFailed'
  | 'countFailedMessages'
  | 'failedMessages'
  | 'requeueFailedMessages'
>;

const CLAIMED = [
  'id',
  'projectId',
  'purpose',
  'to',
  'cc',
  'subject',
  'text',
  'attempts',
  'delivered',
] as const satisfies (keyof DueMessage)[];

/** Queries about the outbox; see `Records`. */
export function messageQueries(db: Kysely<Tables>): Queries {
  return {
    async queueMessages(messages) {
      if (messages.length === 0) return 0;
      const { numInsertedOrUpdatedRows } = await putMessages(
        db,
        messages,
      ).executeTakeFirstOrThrow();
      return Number(numInsertedOrUpdatedRows ?? 0n);
    },

    takeDueMessages: (now, limit) =>
      db
        .with('due', (q) =>
          q
            .selectFrom('messages')
            .select('id as dueId')
            .where('status', '=', 'queued')
            .where((w) => w.or([w('nextAttemptAt', 'is', null), w('nextAttemptAt', '<=', now)]))
            .where((w) =>
              w.or([w('claimedUntil', 'is', null), w('claimedUntil', '<', sql<Date>`now()`)]),
            )
            .orderBy('sequence')
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .updateTable('messages')
        .from('due')
        .set({
          // The database's own clock: the callers' may be moved.
          claimedUntil: sql`now() + interval '2 minutes'`,
          attempts: sql`attempts + 1`,
        })
        .whereRef('id', '=', 'dueId')
        .returning(CLAIMED)
        .execute(),

    async markSent(ids, at) {
      await db
        .updateTable('messages')
        .set({ status: 'sent', sentAt: at, claimedUntil: null, lastError: null })
        .where(sql<boolean>`id = any(${ids}::text[])`)
        .where('status', '!=', 'sent')
        .execute();
    },

    async markFailed(id, error, nextAttemptAt, delivered = []) {
      await db
        .updateTable('messages')
        .set({
          status: nextAttemptAt === null ? 'failed' : 'queued',
          lastError: storable(error),
          nextAttemptAt,
          claimedUntil: null,
          delivered: sql`delivered || ${delivered}::text[]`,
        })
        .where('id', '=', id)
        .where('status', '=', 'queued')
        .execute();
    },

    async countFailedMessages() {
      const { failed } = await db
        .selectFrom('messages')
        .select(sql<number>`count(*)::int`.as('failed'))
        .where('status', '=', 'failed')
        .executeTakeFirstOrThrow();
      return failed;
    },

    failedMessages: (limit) =>
      db
        .selectFrom('messages')
        .select(['id', 'projectId', 'purpose', 'subject', 'attempts', 'queuedAt'])
        .select('lastError as error')
        .select(
          sql<string[]>`array(select distinct a from unnest("to" || cc) a
            where a <> all(delivered) order by a)`.as('missed'),
        )
        .where('status', '=', 'failed')
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute(),

    async requeueFailedMessages() {
      const { numUpdatedRows } = await db
        .updateTable('messages')
        .set({ status: 'queued', attempts: 0, nextAttemptAt: null })
        .where('status', '=', 'failed')
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },
  };
}
