import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

export type WithdrawalQueries = ReturnType<typeof withdrawalQueries>;

/** Wishes to withdraw an application. */
export function withdrawalQueries(db: Kysely<Tables>) {
  return {
    /**
     * Keeps the wish of this visit to withdraw a project's application. `first`: it was not kept before, so nobody has acted on it;
     * `withdrawn`: what became of it, null while that is not known.
     */
    async wishWithdrawal(
      elementInstanceKey: string,
      projectId: string,
      at: Date,
    ): Promise<{ first: boolean; withdrawn: boolean | null }> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('withdrawals')
        .values({
          ...{ elementInstanceKey, projectId, requestedAt: at },
          proceeding: sql`(
            select root_instance from proceedings where project_id = ${projectId} and kind = 'application'
            order by opened_at desc limit 1)`,
        })
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
     * Whether a wish for the same application as the one of this visit was fulfilled, or the application has come to
     * another end or to a further step since. Steps of the wish's own process (`processId`) are none of its.
     */
    async withdrawalFate({
      elementInstanceKey,
      processId,
    }: {
      elementInstanceKey: string;
      processId: string;
    }): Promise<'withdrawn' | 'gone-on' | 'unknown'> {
      const wish = await db
        .selectFrom('withdrawals as w')
        .leftJoin('proceedings as p', 'p.rootInstance', 'w.proceeding')
        .select(['p.rootInstance', 'p.endedAt'])
        .select((s) =>
          s
            .exists(
              s
                .selectFrom('withdrawals as o')
                .select('o.elementInstanceKey')
                .whereRef('o.proceeding', '=', 'w.proceeding')
                .where('o.withdrawn', 'is', true),
            )
            .as('withdrawn'),
        )
        .where('w.elementInstanceKey', '=', elementInstanceKey)
        .executeTakeFirst();
      if (wish?.withdrawn) return 'withdrawn';
      if (!wish?.rootInstance || wish.endedAt !== null) return 'gone-on';
      const later = await db
        .selectFrom('withdrawals as w')
        .innerJoin('clocks as c', 'c.projectId', 'w.projectId')
        .whereRef('c.proceeding', '=', 'w.proceeding')
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
