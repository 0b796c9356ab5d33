import { type Kysely, type Selectable, sql } from 'kysely';
import { dropMessagesAbout } from './drop-messages.ts';
import { isNotUnique } from './not-unique.ts';
import type { ProjectFacts } from './projects.ts';
import { storable } from './storable.ts';
import type { Ending, Tables } from './tables.ts';

type Row = Selectable<Tables['proceedings']>;

/** A run of a process that begins. */
export type NewProceeding = Omit<Row, 'projectId' | 'endedAt' | 'ending'>;

export type ProceedingQueries = ReturnType<typeof proceedingQueries>;

/** The runs of processes for projects. */
export function proceedingQueries(db: Kysely<Tables>) {
  return {
    /**
     * Begins a project with its first proceeding.
     * @returns the project's readable id ("JJSZ-2026-0001"); the same root instance always gets the same one
     */
    async openProject(first: NewProceeding, year: number, facts: ProjectFacts): Promise<string> {
      const { rootInstance, processId, kind, openedAt } = first;
      const { projectName, applicantUnit, investment } = storable(facts);
      // One statement: nothing is drawn for a known instance, and whoever draws at the same moment for the same one
      // breaks its key, gives the number back and then finds it known.
      const given = () =>
        sql<{ projectId: string }>`
          with known as (
            select project_id from proceedings where root_instance = ${rootInstance}
          ), drawn as (
            insert into project_counters as counter (year, last)
            select ${year}::int, 1 where not exists (select from known)
            on conflict (year) do update set last = counter.last + 1
            returning year, last
          ), made as (
            insert into projects (project_id, project_name, applicant_unit, investment, opened_at)
            select format('JJSZ-%s-%s', year, lpad(last::text, greatest(4, length(last::text)), '0')),
              ${projectName}, ${applicantUnit}, ${investment}, ${openedAt}::timestamptz
            from drawn
            returning project_id
          ), begun as (
            insert into proceedings (root_instance, project_id, process_id, kind, opened_at)
            select ${rootInstance}, project_id, ${processId}, ${kind}, ${openedAt}::timestamptz from made
          )
          select project_id from known union all select project_id from made`.execute(db);
      const { rows } = await given().catch((error: unknown) => {
        if (!isNotUnique(error)) throw error;
        return given();
      });
      const [row] = rows;
      if (row === undefined) throw new Error(`no project id for ${rootInstance}`);
      return row.projectId;
    },

    /** Begins a further proceeding of a project, which must be known; the first word about a root instance stands. */
    async openProceeding(proceeding: NewProceeding, projectId: string): Promise<void> {
      await db
        .insertInto('proceedings')
        .values({ ...proceeding, projectId })
        .onConflict((c) => c.column('rootInstance').doNothing())
        .execute();
    },

    /** Every proceeding of a project, in the order they were begun. */
    proceedings(projectId: string): Promise<Row[]> {
      return db
        .selectFrom('proceedings')
        .selectAll()
        .where('projectId', '=', projectId)
        .orderBy('openedAt')
        .orderBy('rootInstance')
        .execute();
    },

    /**
     * Ends a proceeding and its open clocks, those of called processes included; the project's other proceedings go on.
     * The first end stands. `withdrawal`: the wish that ended it, if one did; one of another proceeding is none.
     */
    async endProceeding(
      rootInstance: string,
      at: Date,
      {
        withdrawal,
        classified = false,
      }: { withdrawal?: string | undefined; classified?: boolean } = {},
    ): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const wish = await tx
          .updateTable('withdrawals')
          .set({ withdrawn: true })
          .where('elementInstanceKey', '=', withdrawal ?? '')
          .where('proceeding', '=', rootInstance)
          .returning('elementInstanceKey')
          .executeTakeFirst();
        const ending: Ending = wish ? 'withdrawn' : classified ? 'classified' : 'completed';
        const ended = await tx
          .updateTable('proceedings')
          .set({
            endedAt: sql`coalesce(ended_at, ${at})`,
            ending: sql`coalesce(ending, ${ending})`,
          })
          .where('rootInstance', '=', rootInstance)
          .returning('projectId')
          .executeTakeFirst();
        if (ended === undefined) return;
        const clocks = await tx
          .updateTable('clocks')
          .set({
            closedOn: sql`(${at}::timestamptz at time zone 'Asia/Shanghai')::date`,
            closeReason: 'ended',
          })
          .where('projectId', '=', ended.projectId)
          .where('proceeding', '=', rootInstance)
          .where('closedOn', 'is', null)
          .returning('elementInstanceKey')
          .execute();
        await dropMessagesAbout(
          tx,
          clocks.map(({ elementInstanceKey }) => elementInstanceKey),
        ).execute();
      });
    },
  };
}
