import { type Kysely, type Selectable, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** A mail that was given up: the server refused it for good. `missed`: who has not got it. */
export type FailedMessage = Pick<
  Selectable<Tables['messages']>,
  'id' | 'projectId' | 'purpose' | 'subject' | 'attempts' | 'queuedAt'
> & { missed: string[]; error: string | null };

export type MailsGivenUpQueries = ReturnType<typeof mailsGivenUpQueries>;

/** Mails that were given up: they need a person, not another try by itself. */
export function mailsGivenUpQueries(db: Kysely<Tables>) {
  return {
    async countFailedMessages(): Promise<number> {
      const { failed } = await db
        .selectFrom('messages')
        .select(sql<number>`count(*)::int`.as('failed'))
        .where('status', '=', 'failed')
        .executeTakeFirstOrThrow();
      return failed;
    },

    /** Mails that were given up, newest first. */
    failedMessages: (limit: number): Promise<FailedMessage[]> =>
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

    /** Lets every mail that was given up be tried anew, at once. @returns how many */
    async requeueFailedMessages(): Promise<number> {
      const { numUpdatedRows } = await db
        .updateTable('messages')
        .set({ status: 'queued', attempts: 0, nextAttemptAt: null })
        .where('status', '=', 'failed')
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },
  };
}
