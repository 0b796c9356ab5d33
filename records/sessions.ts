import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** A session as whoever keeps it wrote it; `key` names it without being what its cookie holds. */
export type SessionRow = { key: string; content: unknown; endsAt: Date };
export type SessionQueries = ReturnType<typeof sessionQueries>;

const key = sql<string>`encode(sha256(convert_to(sid, 'UTF8')), 'hex')`;
const whose = sql<string | null>`sess ->> 'userId'`;

/** Who is signed in where. The rows are written by express-session. */
export function sessionQueries(db: Kysely<Tables>) {
  return {
    /** A person's sessions that are not over at `at`, the one that was used last first. */
    async sessionsOf(person: string, at: Date): Promise<SessionRow[]> {
      return db
        .selectFrom('sessions')
        .select([key.as('key'), 'sess as content', 'expire as endsAt'])
        .where(whose, '=', person)
        .where('expire', '>', at)
        .orderBy('expire', 'desc')
        .execute();
    },

    /** How many sessions people have that are not over at `at`, by their ids. */
    async sessionCounts(at: Date): Promise<Map<string, number>> {
      const rows = await db
        .selectFrom('sessions')
        .select([whose.as('person'), sql<string>`count(*)`.as('count')])
        .where(whose, 'is not', null)
        .where('expire', '>', at)
        .groupBy(whose)
        .execute();
      return new Map(rows.map(({ person, count }) => [person ?? '', Number(count)]));
    },

    /** Ends one session of a person. */
    async endSession(person: string, which: string): Promise<void> {
      await db.deleteFrom('sessions').where(whose, '=', person).where(key, '=', which).execute();
    },

    /** Ends all sessions of a person but the one with the id `except`. */
    async endSessionsOf(person: string, except?: string): Promise<void> {
      await db
        .deleteFrom('sessions')
        .where(whose, '=', person)
        .where('sid', '<>', except ?? '')
        .execute();
    },
  };
}
