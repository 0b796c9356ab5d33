import { type Kysely, sql } from 'kysely';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';
import type { DecisionRow, HistoryLine, Records } from './types.ts';

/** Queries about what was decided; see `Records`. */
export function decisionQueries(db: Kysely<Tables>): Pick<Records, 'past'> {
  return {
    async past(projectId) {
      // A decision without a clock cannot be, but must not be lost either.
      const { rows } = await sql<{ history: HistoryLine[]; referredDelay: number | null }>`
        select (
          select coalesce(json_agg(json_build_object(
            'step', d.label,
            'body', d.body,
            'signer', d.signer,
            'onBehalfOf', d.on_behalf_of,
            'outcome', d.outcome,
            'opinion', d.opinion,
            'ground', d.ground,
            'entered', d.entered,
            'decidesExtension', (c.answer->'terms'->>'decidesExtension')::boolean is true,
            'date', (d.signed_at at time zone 'Asia/Shanghai')::date
          ) order by d.signed_at, d.sequence), '[]')
          from decisions d left join clocks c using (element_instance_key)
          where d.project_id = ${projectId}
        ) as history, (
          select days from referrals where project_id = ${projectId} order by n desc limit 1
        ) as referred_delay`.execute(db);
      const { history = [], referredDelay } = rows[0] ?? {};
      return { history, referredDelay: referredDelay ?? undefined };
    },
  };
}

/** Keeps the decision of a visit; the first one stands. */
export function keepDecision(db: Kysely<Tables>, decision: DecisionRow) {
  const { entered, ...columns } = storable(decision);
  return db
    .insertInto('decisions')
    .values({ ...columns, entered: JSON.stringify(entered) })
    .onConflict((c) => c.column('elementInstanceKey').doNothing());
}
