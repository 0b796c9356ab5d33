import { type Kysely, type Selectable, sql } from 'kysely';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['deployments']>;

/** A resource as the engine has it; `key` is the engine's, `commit` where its text is. */
export type Deployment = Omit<Row, 'commitId'> & { commit: string };

export type DeploymentQueries = ReturnType<typeof deploymentQueries>;

/** What was deployed of the models. */
export function deploymentQueries(db: Kysely<Tables>) {
  return {
    /**
     * Keeps what the engine has. What is known already stays as it was first kept, unless the engine gave the same
     * version another key: then it is another engine, and the newer word counts.
     */
    async recordDeployments(deployments: Deployment[]): Promise<void> {
      if (deployments.length === 0) return;
      const rows = deployments.map(({ commit, ...deployment }) => ({
        ...deployment,
        commitId: commit,
      }));
      // In one order, so that two at once cannot block each other.
      rows.sort((a, b) => (a.key < b.key ? -1 : 1));
      await db
        .insertInto('deployments')
        .values(rows)
        .onConflict((c) =>
          c
            .columns(['kind', 'id', 'version'])
            .doUpdateSet({
              key: (e) => e.ref('excluded.key'),
              path: (e) => e.ref('excluded.path'),
              commitId: (e) => e.ref('excluded.commitId'),
              submissionId: (e) => e.ref('excluded.submissionId'),
            })
            .whereRef('deployments.key', '!=', 'excluded.key'),
        )
        .execute();
    },

    /** What the engine made of the submissions' own files, by submission. */
    async submittedDeployments(): Promise<Map<string, Deployment[]>> {
      const rows = await db
        .selectFrom('deployments as d')
        .innerJoin('submissions as s', 's.id', 'd.submissionId')
        .selectAll('d')
        .where(
          sql<boolean>`exists (select from jsonb_array_elements(s.files) f where f->>'path' = d.path)`,
        )
        .orderBy('d.kind', 'desc')
        .orderBy('d.id')
        .execute();
      const found = new Map<string, Deployment[]>();
      for (const row of rows) {
        const id = row.submissionId ?? '';
        found.set(id, [...(found.get(id) ?? []), deployed(row)]);
      }
      return found;
    },

    /** The newest version of every resource. */
    async newestDeployments(): Promise<Deployment[]> {
      const rows = await db
        .selectFrom('deployments')
        .selectAll()
        .distinctOn(['kind', 'id'])
        .orderBy('kind')
        .orderBy('id')
        .orderBy('version', 'desc')
        .execute();
      return rows.map(deployed);
    },

    /** Every version of a process that is known, oldest first. */
    async processVersions(processId: string): Promise<Deployment[]> {
      const rows = await db
        .selectFrom('deployments')
        .selectAll()
        .where('kind', '=', 'process')
        .where('id', '=', processId)
        .orderBy('version')
        .execute();
      return rows.map(deployed);
    },
  };
}

function deployed({ commitId, ...deployment }: Row): Deployment {
  return { ...deployment, commit: commitId };
}
