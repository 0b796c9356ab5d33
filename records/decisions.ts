import { type Kysely, sql } from 'kysely';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';
import type { Records } from './types.ts';

type Queries = Pick<Records, 'recordDecision' | 'history'>;

/** Queries about what was decided; see `Records`. */
export function decisionQueries(db: Kysely<Tables>): Queries {
  return {
    async recordDecision(decision) {
      const { entered, ...columns } = storable(decision);
      await db
        .insertInto('decisions')
        .values({ ...columns, entered: JSON.stringify(entered) })
        .onConflict((c) => c.column('elementInstanceKey').doNothing())
        .execute();
    },

    history: (projectId) =>
      db
        .selectFrom('decisions')
        .select([
          'label as step',
          'body',
          'signer',
          'onBehalfOf',
          'outcome',
          'opinion',
          'ground',
          sql<string>`(signed_at at time zone 'Asia/Shanghai')::date`.as('date'),
        ])
        .where('projectId', '=', projectId)
        .orderBy('signedAt')
        .orderBy('sequence')
        .execute(),
  };
}
