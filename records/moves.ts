import type { Kysely } from 'kysely';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';
import type { Records } from './types.ts';

type Queries = Pick<Records, 'beginMove' | 'endMove' | 'moves'>;

/** Queries about running projects that were moved to another version; see `Records`. */
export function moveQueries(db: Kysely<Tables>): Queries {
  return {
    async beginMove(move) {
      await db
        .insertInto('moves')
        .values({ ...storable(move), endedAt: null, moved: null, stayed: null })
        .onConflict((c) => c.column('id').doNothing())
        .execute();
    },

    async endMove(id, at, { moved, stayed }) {
      await db
        .updateTable('moves')
        .set({ endedAt: at, moved, stayed: JSON.stringify(storable(stayed)) })
        .where('id', '=', id)
        .where('endedAt', 'is', null)
        .execute();
    },

    async moves(processId) {
      const rows = await db
        .selectFrom('moves')
        .selectAll()
        .where('processId', '=', processId)
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(({ endedAt, moved, stayed, ...move }) => ({
        ...move,
        ended: endedAt && { at: endedAt, moved: moved ?? [], stayed: stayed ?? [] },
      }));
    },
  };
}
