import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';
import type { Records } from './types.ts';

type Queries = Pick<Records, 'wishWithdrawal' | 'settleWithdrawal' | 'withdrawalFate'>;

/** Queries about withdrawn applications; see `Records`. */
export function withdrawalQueries(db: Kysely<Tables>): Queries {
  return {
    async wishWithdrawal(elementInstanceKey, projectId, at) {
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

    async settleWithdrawal(elementInstanceKey, withdrawn) {
      await db
        .updateTable('withdrawals')
        .set({ withdrawn })
        .where('elementInstanceKey', '=', elementInstanceKey)
        .where('withdrawn', 'is', null)
        .execute();
    },

    async withdrawalFate(projectId, { elementInstanceKey, processId }) {
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
