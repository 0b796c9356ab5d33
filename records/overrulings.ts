import type { Kysely } from 'kysely';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';
import type { Records } from './types.ts';

type Queries = Pick<Records, 'keepOverruling' | 'overrulings' | 'revokeOverruling'>;

/** Queries about overruled findings; see `Records`. */
export function overrulingQueries(db: Kysely<Tables>): Queries {
  return {
    async keepOverruling(overruling) {
      await db
        .insertInto('overrulings')
        .values(storable(overruling))
        .onConflict((c) => c.column('id').doNothing())
        .execute();
    },

    overrulings: () =>
      db
        .selectFrom('overrulings')
        .select(['id', 'path', 'rule', 'elementId', 'message', 'document'])
        .select(['person', 'personName', 'at'])
        .where('revokedAt', 'is', null)
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute(),

    async revokeOverruling(id, person, at) {
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
