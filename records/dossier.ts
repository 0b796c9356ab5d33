import { type Kysely, type Selectable, sql } from 'kysely';
import type { FieldChange } from '../law/application/changes.ts';
import { keepDocuments, type NewDocument, type Origin } from './keep-filed.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

export type ApplicationVersion = Selectable<Tables['applicationVersions']>;
export type DecidedFacts = Selectable<Tables['decidedFacts']>;
export type ProjectDocument = Selectable<Tables['documents']>;

export type DossierQueries = ReturnType<typeof dossierQueries>;

/** What people need to know of a project without asking the engine; written by jobs alone. */
export function dossierQueries(db: Kysely<Tables>) {
  return {
    /** The newest version of a project's application that was not submitted at this visit. */
    async versionBefore(
      projectId: string,
      elementInstanceKey: string,
    ): Promise<ApplicationVersion | undefined> {
      return db
        .selectFrom('applicationVersions')
        .selectAll()
        .where('projectId', '=', projectId)
        .where('elementInstanceKey', '!=', elementInstanceKey)
        .orderBy('n', 'desc')
        .limit(1)
        .executeTakeFirst();
    },

    /** Whether a proceeding has submitted its application at another visit than this one. */
    async hasFiled(proceeding: string, elementInstanceKey: string): Promise<boolean> {
      const row = await db
        .selectFrom('applicationVersions')
        .select('n')
        .where('proceeding', '=', proceeding)
        .where('elementInstanceKey', '!=', elementInstanceKey)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** The newest version of a proceeding's application; of its project where it filed none itself (a withdrawal). */
    async applicationOf({
      projectId,
      proceeding,
    }: {
      projectId: string;
      proceeding: string | null;
    }): Promise<ApplicationVersion | undefined> {
      return db
        .selectFrom('applicationVersions')
        .selectAll()
        .where('projectId', '=', projectId)
        .orderBy(sql`proceeding = ${proceeding ?? ''}`, 'desc')
        .orderBy('n', 'desc')
        .limit(1)
        .executeTakeFirst();
    },

    /**
     * Keeps a submission of a project's application, whole, with what changed since the one before and the documents
     * it names; the first word about a visit stands.
     */
    async keepVersion(
      origin: Origin,
      application: unknown,
      changes: FieldChange[],
      documents: NewDocument[],
    ): Promise<void> {
      const { elementInstanceKey, projectId, proceeding, at } = origin;
      await sql`
        with documents as ${keepDocuments(origin, documents)}
        insert into application_versions (element_instance_key, project_id, proceeding, n, application, changes,
          submitted_at)
        select ${elementInstanceKey}, ${projectId}, ${proceeding},
          1 + coalesce((select max(n) from application_versions where project_id = ${projectId}), 0),
          ${JSON.stringify(storable(application) ?? null)}::jsonb, ${JSON.stringify(storable(changes))}::jsonb,
          ${at}::timestamptz
        on conflict (element_instance_key) do nothing`.execute(db);
    },

    /** Every version of a project's application, oldest first. */
    versions: (projectId: string): Promise<ApplicationVersion[]> =>
      db
        .selectFrom('applicationVersions')
        .selectAll()
        .where('projectId', '=', projectId)
        .orderBy('n')
        .execute(),

    /** What was decided about a project last. */
    decidedFacts: (projectId: string): Promise<DecidedFacts | undefined> =>
      db
        .selectFrom('decidedFacts')
        .selectAll()
        .where('projectId', '=', projectId)
        .orderBy('decidedAt', 'desc')
        .limit(1)
        .executeTakeFirst(),

    /** A project's documents, in the order they were recorded. */
    documents: (projectId: string): Promise<ProjectDocument[]> =>
      db
        .selectFrom('documents')
        .selectAll()
        .where('projectId', '=', projectId)
        .orderBy('recordedAt')
        .orderBy('field')
        .execute(),
  };
}
