import { type Kysely, type Selectable, sql } from 'kysely';
import { dropMessagesAbout } from './drop-messages.ts';
import { isNotUnique } from './not-unique.ts';
import { storable } from './storable.ts';
import type { FactsAtOpening, Tables } from './tables.ts';

/** What is kept of an application when it is first seen. */
export type ProjectFacts = Pick<
  Selectable<Tables['projects']>,
  'projectName' | 'applicantUnit' | 'investment'
>;

/** A project as it was last seen at a step; `facts` are those of its newest clock. */
export type StoredProject = ProjectFacts & {
  projectId: string;
  open: boolean;
  facts: FactsAtOpening | null;
};

export type ProjectQueries = ReturnType<typeof projectQueries>;

/** The projects. */
export function projectQueries(db: Kysely<Tables>) {
  return {
    /** The project's readable id ("JJSZ-2026-0001"); the same key always gets the same one. */
    async giveProjectId(
      processInstanceKey: string,
      year: number,
      facts: ProjectFacts,
    ): Promise<string> {
      const { projectName, applicantUnit, investment } = storable(facts);
      // One statement: nothing is drawn for a known instance, and whoever draws at the same moment for the same one
      // breaks its key, gives the number back and then finds it known.
      const given = () =>
        sql<{ projectId: string }>`
          with known as (
            select project_id from projects where process_instance_key = ${processInstanceKey}
          ), drawn as (
            insert into project_counters as counter (year, last)
            select ${year}::int, 1 where not exists (select from known)
            on conflict (year) do update set last = counter.last + 1
            returning year, last
          ), made as (
            insert into projects (process_instance_key, project_id, project_name, applicant_unit, investment)
            select ${processInstanceKey},
              format('JJSZ-%s-%s', year, lpad(last::text, greatest(4, length(last::text)), '0')),
              ${projectName}, ${applicantUnit}, ${investment}
            from drawn
            returning project_id
          )
          select project_id from known union all select project_id from made`.execute(db);
      const { rows } = await given().catch((error: unknown) => {
        if (!isNotUnique(error)) throw error;
        return given();
      });
      const [row] = rows;
      if (row === undefined) throw new Error(`no project id for ${processInstanceKey}`);
      return row.projectId;
    },

    /** Open projects of the unit except the named one, oldest first; the caller judges how alike the names are. */
    async similarOpenProjects(
      unit: string,
      exceptProjectId: string,
    ): Promise<{ projectId: string; projectName: string }[]> {
      // One text: five thousand rows, or objects in one value, take the driver and Kysely four times as long.
      const { rows } = await sql<{ open: string }>`
        select coalesce(
          json_agg(json_build_array(project_id, project_name) order by opened_at, project_id),
          '[]')::text as open
        from projects
        where applicant_unit = ${storable(unit)} and project_id <> ${exceptProjectId}
          and closed_at is null`.execute(db);
      const pairs: [string, string][] = JSON.parse(rows[0]?.open ?? '[]');
      return pairs.map(([projectId, projectName]) => ({ projectId, projectName }));
    },

    async project(projectId: string): Promise<StoredProject | undefined> {
      const row = await db
        .selectFrom('projects as p')
        .select(['p.projectId', 'p.projectName', 'p.applicantUnit', 'p.investment', 'p.closedAt'])
        .select((s) =>
          s
            .selectFrom('clocks as c')
            .select('c.facts')
            .whereRef('c.projectId', '=', 'p.projectId')
            .orderBy('c.sequence', 'desc')
            .limit(1)
            .as('facts'),
        )
        .where('p.projectId', '=', storable(projectId))
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { closedAt, ...project } = row;
      return { ...project, open: closedAt === null };
    },

    /**
     * Marks the project as over and ends its open clocks, those of called processes included. `withdrawal`: the
     * wish that ended it, if one did; one of another project is none.
     */
    async closeProject(processInstanceKey: string, at: Date, withdrawal?: string): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const project = await tx
          .updateTable('projects')
          .set({ closedAt: sql`coalesce(closed_at, ${at})` })
          .where('processInstanceKey', '=', processInstanceKey)
          .returning('projectId')
          .executeTakeFirst();
        if (project === undefined) return;
        if (withdrawal !== undefined) {
          await tx
            .updateTable('withdrawals')
            .set({ withdrawn: true })
            .where('elementInstanceKey', '=', withdrawal)
            .where('projectId', '=', project.projectId)
            .execute();
        }
        const ended = await tx
          .updateTable('clocks')
          .set({
            closedOn: sql`(${at}::timestamptz at time zone 'Asia/Shanghai')::date`,
            closeReason: 'ended',
          })
          // By project: the clocks of called processes carry a process instance of their own.
          .where('projectId', '=', project.projectId)
          .where('closedOn', 'is', null)
          .returning('elementInstanceKey')
          .execute();
        await dropMessagesAbout(
          tx,
          ended.map(({ elementInstanceKey }) => elementInstanceKey),
        ).execute();
      });
    },

    /**
     * Leaves of a project that turned out classified (Art. 7) only these facts and who acted when: opinions, what was
     * entered and the texts of its mails go; unsent ones are not sent.
     */
    async forgetContents(projectId: string, kept: ProjectFacts): Promise<void> {
      const { projectName, applicantUnit } = kept;
      const facts = JSON.stringify({ applicantUnit, ownerUnit: applicantUnit, level: 'city' });
      await db.transaction().execute(async (tx) => {
        await tx.updateTable('projects').set(kept).where('projectId', '=', projectId).execute();
        await tx
          .updateTable('clocks')
          .set({ projectName, facts, answer: '{}' })
          .where('projectId', '=', projectId)
          .execute();
        await tx
          .updateTable('decisions')
          .set({ opinion: null, ground: null, entered: '{}' })
          .where('projectId', '=', projectId)
          .execute();
        await tx
          .updateTable('messages')
          .set({
            subject: projectName,
            text: '',
            status: sql`case status when 'queued' then 'dropped' else status end`,
          })
          .where('projectId', '=', projectId)
          .execute();
      });
    },
  };
}
