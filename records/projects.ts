import { type Kysely, type Selectable, sql } from 'kysely';
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
  /** Whether an application of it is going on. */
  open: boolean;
  facts: FactsAtOpening | null;
};

export type ProjectQueries = ReturnType<typeof projectQueries>;

/** The projects. */
export function projectQueries(db: Kysely<Tables>) {
  return {
    /** Projects of the unit whose application is open, except the named one, oldest first; the caller judges how alike the names are. */
    async similarOpenProjects(
      unit: string,
      exceptProjectId: string,
    ): Promise<{ projectId: string; projectName: string }[]> {
      // One text: five thousand rows, or objects in one value, take the driver and Kysely four times as long.
      const { rows } = await sql<{ open: string }>`
        select coalesce(
          json_agg(json_build_array(project_id, project_name) order by p.opened_at, project_id),
          '[]')::text as open
        from projects p join proceedings using (project_id)
        where applicant_unit = ${storable(unit)} and project_id <> ${exceptProjectId}
          and kind = 'application' and ended_at is null`.execute(db);
      const pairs: [string, string][] = JSON.parse(rows[0]?.open ?? '[]');
      return pairs.map(([projectId, projectName]) => ({ projectId, projectName }));
    },

    async project(projectId: string): Promise<StoredProject | undefined> {
      const row = await db
        .selectFrom('projects as p')
        .select(['p.projectId', 'p.projectName', 'p.applicantUnit', 'p.investment'])
        .select((s) => [
          s
            .exists(
              s
                .selectFrom('proceedings as r')
                .select('r.rootInstance')
                .whereRef('r.projectId', '=', 'p.projectId')
                .where('r.kind', '=', 'application')
                .where('r.endedAt', 'is', null),
            )
            .as('open'),
          s
            .selectFrom('clocks as c')
            .select('c.facts')
            .whereRef('c.projectId', '=', 'p.projectId')
            .orderBy('c.sequence', 'desc')
            .limit(1)
            .as('facts'),
        ])
        .where('p.projectId', '=', storable(projectId))
        .executeTakeFirst();
      return row && { ...row, open: Boolean(row.open) };
    },

    /**
     * Leaves of a project that turned out classified (Art. 7) only these facts and who acted when: the dossier, opinions, what forms
     * showed, what was entered and the texts of its mails go; unsent ones are not sent.
     */
    async forgetContents(projectId: string, kept: ProjectFacts): Promise<void> {
      const { projectName, applicantUnit } = kept;
      const facts = JSON.stringify({ applicantUnit, ownerUnit: applicantUnit, level: 'city' });
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('applicationVersions').where('projectId', '=', projectId).execute();
        await tx.deleteFrom('decidedFacts').where('projectId', '=', projectId).execute();
        await tx.deleteFrom('documents').where('projectId', '=', projectId).execute();
        await tx.updateTable('projects').set(kept).where('projectId', '=', projectId).execute();
        await tx
          .updateTable('clocks')
          .set({ projectName, facts, answer: '{}' })
          .where('projectId', '=', projectId)
          .execute();
        await tx
          .updateTable('formsShown')
          .set({ given: '{}' })
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
