import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

export type WithdrawalQueries = ReturnType<typeof withdrawalQueries>;

/** Wishes to withdraw an application. */
export function withdrawalQueries(db: Kysely<Tables>) {
  return {
    /**
     * Keeps the wish of this visit to withdraw a project. `first`: it was not kept before, so nobody has acted on it;
     * `withdrawn`: what became of it, null while that is not known.
     */
    async wishWithdrawal(
      elementInstanceKey: string,
      projectId: string,
      at: Date,
    ): Promise<{ first: boolean; withdrawn: boolean | null }> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('withdrawals')
        .values({ elementInstanceKey, projectId, requestedAt: at })
        .onConflict((c) => c.column('elementInstanceKey').doNothing())
        .executeTakeFirstOrThrow();
      const { withdrawn } = await db
        .selectFrom('withdrawals')
        .select('withdrawn')
        .where('elementInstanceKey', '=', elementInstanceKey)
        .executeTakeFirstOrThrow();
      return { withdrawn, first: numInsertedOrUpdatedRows === 1n };
    },

    /** Keeps what became of a wish; the first answer stands. */
    async settleWithdrawal(elementInstanceKey: string, withdrawn: boolean): Promise<void> {
      await db
        .updateTable('withdrawals')
        .set({ withdrawn })
        .where('elementInstanceKey', '=', elementInstanceKey)
        .where('withdrawn', 'is', null)
        .execute();
    },

    /**
     * Whether one of the project's wishes was fulfilled, or the project has come to another end or to a further step
     * since the wish of this visit. Steps of the wish's own process (`processId`) are none of the project's.
     */
    async withdrawalFate(
      projectId: string,
      { elementInstanceKey, processId }: { elementInstanceKey: string; processId: string },
    ): Promise<'withdrawn' | 'gone-on' | 'unknown'> {
      const done = await db
        .selectFrom('withdrawals')
        .select('elementInstanceKey')
        .where('projectId', '=', projectId)
        .where('withdrawn', 'is', true)
        .executeTakeFirst();
      if (done !== undefined) return 'withdrawn';
      const open = await db
        .selectFrom('projects')
        .select('projectId')
        .where('projectId', '=', projectId)
        .where('closedAt', 'is', null)
        .executeTakeFirst();
      if (open === undefined) return 'gone-on';
      const later = await db
        .selectFrom('withdrawals as w')
        .innerJoin('clocks as c', 'c.projectId', 'w.projectId')
        .select('c.elementInstanceKey')
        .where('w.elementInstanceKey', '=', elementInstanceKey)
        .where('c.processId', '!=', processId)
        // A step that was just opening when the project ended is no sign that it goes on.
        .where('c.openedAt', '>', sql<Date>`w.requested_at + interval '10 minutes'`)
        .executeTakeFirst();
      return later === undefined ? 'unknown' : 'gone-on';
    },
  };
}
