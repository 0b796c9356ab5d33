import { type Kysely, type Selectable, sql } from 'kysely';
import type { IsoDate } from '../law/calendar/index.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

export type DecisionRow = Omit<Selectable<Tables['decisions']>, 'sequence'>;

/** One line of a project's past, oldest first; `signer` and `onBehalfOf` are person ids, `date` is Asia/Shanghai. */
export type HistoryLine = Pick<
  DecisionRow,
  'body' | 'signer' | 'onBehalfOf' | 'outcome' | 'opinion' | 'ground' | 'entered'
> & {
  step: string;
  /** Whether it decided on an owner's request for more time, not on the project. */
  decidesExtension: boolean;
  date: IsoDate;
};

/** All decisions of a project, void ones included (outcome "void"), and what was last referred of its owner's delay. */
export type Past = {
  history: HistoryLine[];
  /** Working days, as they were when the last referral was raised; undefined before the first (Art. 27). */
  referredDelay: number | undefined;
};

export type DecisionQueries = ReturnType<typeof decisionQueries>;

/** What was decided. */
export function decisionQueries(db: Kysely<Tables>) {
  return {
    /** What has happened in a project so far. */
    async past(projectId: string): Promise<Past> {
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
