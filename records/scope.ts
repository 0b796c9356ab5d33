import { type RawBuilder, sql } from 'kysely';

/** Where a job stands. */
export type Scope = {
  projectId: string;
  processInstanceKey: string;
  /** The proceeding that the first step of the process handed down to those it calls. */
  proceedingId?: string | undefined;
};

/**
 * The proceeding a job belongs to: that of its own process instance, else the one handed down. That is believed as
 * far as the project's id is, and of that project only. A process that was handed none (called by a version of its
 * caller from before there were proceedings) belongs to the project's open application. Null for a project nobody knows.
 */
export function proceedingOf({ projectId, processInstanceKey, proceedingId }: Scope) {
  const found: RawBuilder<string | null> = sql`(
    select root_instance from proceedings where project_id = ${projectId}
    order by root_instance = ${processInstanceKey} desc, root_instance = ${proceedingId ?? ''} desc,
      ended_at is null desc, kind = 'application' desc, opened_at desc
    limit 1)`;
  return found;
}
