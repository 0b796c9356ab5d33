import { type Kysely, type Selectable, sql } from 'kysely';
import type { IsoDate } from '../law/calendar/index.ts';
import { proceedingOf, type Scope } from './scope.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

export type DecisionRow = Omit<Selectable<Tables['decisions']>, 'sequence'>;

/** One line of a project's past, oldest first; `date` is Asia/Shanghai. */
export type HistoryLine = Pick<
  DecisionRow,
  | 'body'
  | 'signer'
  | 'signerName'
  | 'onBehalfOf'
  | 'onBehalfOfName'
  | 'outcome'
  | 'opinion'
  | 'ground'
  | 'entered'
> & {
  step: string;
  /** Whether it decided on an owner's request for more time, not on the project. */
  decidesExtension: boolean;
  date: IsoDate;
};

/** What has happened so far, void decisions included (outcome "void"), and what was last referred of the owner's delay. */
export type Past = {
  /** The proceeding of the job that asks; null where the records know none. */
  proceeding: string | null;
  history: HistoryLine[];
  /** The same of the project's proceedings that were begun before. */
  earlier: HistoryLine[];
  /** Working days, as they were when the proceeding's last referral was raised; undefined before the first (Art. 27). */
  referredDelay: number | undefined;
};

/**
 * A decision with what its form showed when it was made: `values` by variable, in the version of the process that its
 * form belongs to. `shown` is null for a visit from before that was kept.
 */
export type DecisionAsMade = DecisionRow & {
  shown: { processVersion: number; values: Record<string, unknown> } | null;
};

export type DecisionQueries = ReturnType<typeof decisionQueries>;

/** What was decided. */
export function decisionQueries(db: Kysely<Tables>) {
  return {
    /** What has happened in the proceeding of a job so far, and in its project before. */
    async past(scope: Scope): Promise<Past> {
      const { projectId } = scope;
      // A decision without a clock cannot be, but must not be lost either.
      const { rows } = await sql<Omit<Past, 'referredDelay'> & { referredDelay: number | null }>`
        with here as (
          select own.root_instance as proceeding, opened_at
          from (select ${proceedingOf(scope)} as root_instance) own left join proceedings using (root_instance)
        ), lines as (
          select d.proceeding is not distinct from here.proceeding as own, json_build_object(
            'step', d.label,
            'body', d.body,
            'signer', d.signer,
            'signerName', d.signer_name,
            'onBehalfOf', d.on_behalf_of,
            'onBehalfOfName', d.on_behalf_of_name,
            'outcome', d.outcome,
            'opinion', d.opinion,
            'ground', d.ground,
            'entered', d.entered,
            'decidesExtension', (c.answer->'terms'->>'decidesExtension')::boolean is true,
            'date', (d.signed_at at time zone 'Asia/Shanghai')::date
          ) as line, d.signed_at, d.sequence
          from here, decisions d
            left join clocks c using (element_instance_key)
            left join proceedings p on p.root_instance = d.proceeding
          where d.project_id = ${projectId}
            and (d.proceeding is not distinct from here.proceeding or p.opened_at < here.opened_at)
        )
        select here.proceeding,
          (select coalesce(json_agg(line order by signed_at, sequence), '[]') from lines where own) as history,
          (select coalesce(json_agg(line order by signed_at, sequence), '[]') from lines where not own) as earlier,
          (select days from referrals r
            where project_id = ${projectId} and r.proceeding is not distinct from here.proceeding
            order by n desc limit 1) as referred_delay
        from here`.execute(db);
      const { proceeding = null, history = [], earlier = [], referredDelay } = rows[0] ?? {};
      return { proceeding, history, earlier, referredDelay: referredDelay ?? undefined };
    },

    async decision(elementInstanceKey: string): Promise<DecisionAsMade | undefined> {
      const row = await db
        .selectFrom('decisions as d')
        .leftJoin('formsShown as f', 'f.elementInstanceKey', 'd.elementInstanceKey')
        .leftJoin('clocks as c', 'c.elementInstanceKey', 'd.elementInstanceKey')
        .selectAll('d')
        .select([
          'f.processVersion',
          // The terms are for close-task, not for the form.
          sql<Record<string, unknown>>`f.given || (c.answer - 'terms')`.as('values'),
        ])
        .where('d.elementInstanceKey', '=', elementInstanceKey)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { sequence: _sequence, processVersion, values, ...decision } = row;
      return { ...decision, shown: processVersion === null ? null : { processVersion, values } };
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
