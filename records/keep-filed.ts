import { type Kysely, sql } from 'kysely';
import type { IsoDate } from '../law/calendar/index.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

/** Which visit of a project an entry of the dossier comes from; `by` is the body that made it, `at` when. */
export type Origin = {
  elementInstanceKey: string;
  elementId: string;
  projectId: string;
  proceeding: string | null;
  by: string;
  at: Date;
};

/** A document as it goes into the dossier; `fixes` are amounts and names, by the form's keys. */
export type NewDocument = {
  field: string;
  number: string;
  dated: IsoDate | null;
  fixes: Record<string, string>;
};

/** What a decision fixes: the amount, beside what the newest submission of a step of the proceeding proposed. */
export type NewDecidedFacts = { amount: string | null; proposedBy: string };

/** Nothing is read of what was written. */
type Kept = Record<string, never>;

/** Puts documents into the dossier, there may be none; of the same visit and field the first stands. */
export function keepDocuments(origin: Origin, documents: NewDocument[]) {
  const { elementInstanceKey, elementId, projectId, proceeding, by, at } = storable(origin);
  return sql<Kept>`(
    insert into documents (element_instance_key, field, project_id, proceeding, element_id, recorded_by, recorded_at,
      number, dated, fixes)
    select ${elementInstanceKey}, field, ${projectId}, ${proceeding}, ${elementId}, ${by}, ${at}::timestamptz,
      number, dated, fixes
    from jsonb_to_recordset(${JSON.stringify(storable(documents))}::jsonb)
      as d (field text, number text, dated date, fixes jsonb)
    on conflict do nothing)`;
}

/** Puts what was decided into the dossier, if anything was; of the same visit the first stands. */
export function keepDecidedFacts(db: Kysely<Tables>, origin: Origin, facts?: NewDecidedFacts) {
  const { elementInstanceKey, projectId, proceeding, at } = origin;
  const entered = db
    .selectFrom('decisions')
    .select('entered')
    .where('projectId', '=', projectId)
    .where('proceeding', 'is not distinct from', proceeding)
    .where('elementId', '=', facts?.proposedBy ?? '')
    .where('outcome', '=', 'submit')
    .orderBy('signedAt', 'desc')
    .orderBy('sequence', 'desc')
    .limit(1);
  return sql<Kept>`(
    insert into decided_facts (element_instance_key, project_id, proceeding, owner, amount, plan, funds, timing,
      decided_at)
    select ${elementInstanceKey}, ${projectId}, ${proceeding}, entered->>'projectOwner', ${facts?.amount ?? null},
      entered->>'plan', entered->>'funds', entered->>'timing', ${at}::timestamptz
    from (select ${entered} as entered) proposed
    where ${facts !== undefined}::boolean
    on conflict do nothing)`;
}
