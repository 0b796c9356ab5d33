import { type Kysely, type Selectable, sql } from 'kysely';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

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
] as const satisfies (keyof Row)[];

type Row = Selectable<Tables['messages']>;

/** A mail claimed by one dispatcher; `attempts` include this one, `delivered` are recipients an earlier try has reached. */
export type DueMessage = Pick<Row, (typeof CLAIMED)[number]>;

export type DeliveryQueries = ReturnType<typeof deliveryQueries>;

/** The outbox as the dispatcher of mails empties it. */
export function deliveryQueries(db: Kysely<Tables>) {
  return {
    /**
     * Claims up to `limit` mails that are due at `now`, for two minutes of the database's own clock.
     * Claims of dispatchers running side by side never overlap.
     */
    takeDueMessages: (now: Date, limit: number): Promise<DueMessage[]> =>
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

    async markSent(ids: string[], at: Date): Promise<void> {
      await db
        .updateTable('messages')
        .set({ status: 'sent', sentAt: at, claimedUntil: null, lastError: null })
        .where(sql<boolean>`id = any(${ids}::text[])`)
        .where('status', '!=', 'sent')
        .execute();
    },

    /** Keeps the reason. `nextAttemptAt` null means it is given up: kept as "failed". `delivered`: recipients reached by this try. */
    async markFailed(
      id: string,
      error: string,
      nextAttemptAt: Date | null,
      delivered: string[] = [],
    ): Promise<void> {
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
  };
}
