import type { Kysely, Selectable } from 'kysely';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

export type OverrulingRow = Omit<Selectable<Tables['overrulings']>, 'revokedBy' | 'revokedAt'>;
export type OverrulingQueries = ReturnType<typeof overrulingQueries>;

/** Findings of lint that were overruled. */
export function overrulingQueries(db: Kysely<Tables>) {
  return {
    async keepOverruling(overruling: OverrulingRow): Promise<void> {
      await db
        .insertInto('overrulings')
        .values(storable(overruling))
        .onConflict((c) => c.column('id').doNothing())
        .execute();
    },

    /** The overrulings in force, newest first. */
    overrulings: (): Promise<OverrulingRow[]> =>
      db
        .selectFrom('overrulings')
        .select(['id', 'path', 'rule', 'elementId', 'message', 'document'])
        .select(['person', 'personName', 'at'])
        .where('revokedAt', 'is', null)
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute(),

    /** Takes an overruling back, it stays on record; false when there is none of this id in force. */
    async revokeOverruling(id: string, person: string, at: Date): Promise<boolean> {
      await db
        .updateTable('overrulings')
        .set({ revokedBy: person, revokedAt: at })
        .where('id', '=', id)
        .where('revokedAt', 'is', null)
        .execute();
      const row = await db
        .selectFrom('overrulings')
        .select('id')
        .where('id', '=', id)
        .where('revokedBy', '=', person)
        .where('revokedAt', '=', at)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
