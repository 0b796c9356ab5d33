import { type Kysely, sql } from 'kysely';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';
import type { Records } from './types.ts';

type Queries = Pick<Records, 'recordDecision' | 'history' | 'grantedDays'>;

/** Whether the step decides on an owner's request for more time, as it was opened. */
const decidesExtension = sql<boolean>`(c.answer->'terms'->>'decidesExtension')::boolean`;

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
        .selectFrom('decisions as d')
        // A decision without a clock cannot be, but must not be lost either.
        .leftJoin('clocks as c', 'c.elementInstanceKey', 'd.elementInstanceKey')
        .select([
          'd.label as step',
          'd.body',
          'd.signer',
          'd.onBehalfOf',
          'd.outcome',
          'd.opinion',
          'd.ground',
          'd.entered',
          sql<boolean>`${decidesExtension} is true`.as('decidesExtension'),
          sql<string>`(d.signed_at at time zone 'Asia/Shanghai')::date`.as('date'),
        ])
        .where('d.projectId', '=', projectId)
        .orderBy('d.signedAt')
        .orderBy('d.sequence')
        .execute(),

    async grantedDays(projectId) {
      const { days } = await db
        .selectFrom('decisions as d')
        .innerJoin('clocks as c', 'c.elementInstanceKey', 'd.elementInstanceKey')
        .select(sql<number>`coalesce(sum((d.entered->>'grantedDays')::int), 0)::int`.as('days'))
        .where('d.projectId', '=', projectId)
        .where('d.outcome', '=', 'approve')
        .where(decidesExtension, 'is', true)
        .executeTakeFirstOrThrow();
      return days;
    },
  };
}
