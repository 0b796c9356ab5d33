import { type ExpressionBuilder, type Kysely, type Selectable, sql } from 'kysely';
import { isNotUnique } from './not-unique.ts';
import { storable } from './storable.ts';
import type {
  Deployment,
  NewSubmission,
  RecordedPerson,
  StoredSubmission,
  SubmissionRecords,
  SubmissionState,
} from './submission-types.ts';
import type { Tables } from './tables.ts';

/** Queries about submissions and deployments; see `SubmissionRecords`. */
export function submissionQueries(db: Kysely<Tables>): SubmissionRecords {
  const all = () => db.selectFrom('submissions').selectAll();

  return {
    submitModels: (submission) =>
      db.transaction().execute(async (tx) => {
        // One at a time, so that two at once cannot both find their file free.
        await sql`select pg_advisory_xact_lock(hashtextextended('submissions', 0))`.execute(tx);
        const paths = submission.files.map(({ path }) => path);
        const known = await tx
          .selectFrom('submissions')
          .select('id')
          .where((w) =>
            w.or([w('id', '=', submission.id), w('state', 'in', ['open', 'publishing'])]),
          )
          .where(
            sql<boolean>`exists (select from jsonb_array_elements(files) f where f->>'path' = any(${paths}::text[]))`,
          )
          .execute();
        // A repeated call, after its answer was lost, finds its own.
        if (known.some(({ id }) => id === submission.id)) return true;
        if (known.length > 0) return false;
        const open = { ...rowOf(submission), state: 'open' as const, ...NOT_ENDED };
        await tx.insertInto('submissions').values(open).execute();
        return true;
      }),

    async keepRelease(release, endedBy) {
      const ended = { endedBy: endedBy.id, endedByName: endedBy.name, endedAt: release.at };
      await db
        .insertInto('submissions')
        .values({ ...rowOf(release), state: 'published', ...NOT_ENDED, ...ended })
        .onConflict((c) => c.column('id').doNothing())
        .execute();
    },

    async submission(id) {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row && stored(row);
    },

    async submissions() {
      const rows = await all().orderBy('sequence', 'desc').execute();
      return rows.map(stored);
    },

    async beginPublishing(id, commit, by, at) {
      try {
        const row = await db
          .updateTable('submissions')
          .set({
            state: 'publishing',
            commitId: commit,
            endedBy: by.id,
            endedByName: by.name,
            endedAt: at,
          })
          .where('id', '=', id)
          .where((w) => w.or([w('state', '=', 'open'), same(w, 'publishing', by, at)]))
          .returning('id')
          .executeTakeFirst();
        return row !== undefined;
      } catch (error) {
        if (isNotUnique(error)) return false;
        throw error;
      }
    },

    async reopenSubmission(id) {
      await db
        .updateTable('submissions')
        .set({ state: 'open', endedBy: null, endedByName: null, endedAt: null })
        .where('id', '=', id)
        .where('state', '=', 'publishing')
        .execute();
    },

    async endPublishing(id, at) {
      await db
        .updateTable('submissions')
        .set({ state: 'published', endedAt: at })
        .where('id', '=', id)
        .where('state', '=', 'publishing')
        .execute();
    },

    async endSubmission(id, state, by, at, reason) {
      const row = await db
        .updateTable('submissions')
        .set({
          state,
          endedBy: by.id,
          endedByName: by.name,
          endedAt: at,
          reason: storable(reason),
        })
        .where('id', '=', id)
        .where((w) => w.or([w('state', '=', 'open'), same(w, state, by, at)]))
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async recordDeployments(deployments) {
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

    async submittedDeployments() {
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

    async newestDeployments() {
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

    async processVersions(processId) {
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

const NOT_ENDED = { endedBy: null, endedByName: null, endedAt: null, reason: null };

function rowOf(submission: NewSubmission) {
  const { by, at, commit, files, changes, ...columns } = storable(submission);
  return {
    ...columns,
    commitId: commit,
    files: JSON.stringify(files),
    changes: JSON.stringify(changes),
    submittedBy: by.id,
    submittedByName: by.name,
    submittedAt: at,
  };
}

function stored(row: Selectable<Tables['submissions']>): StoredSubmission {
  const { commitId, submittedBy, submittedByName, submittedAt, endedBy, endedByName, ...columns } =
    row;
  const { sequence: _sequence, ...rest } = columns;
  return {
    ...rest,
    commit: commitId,
    by: { id: submittedBy, name: submittedByName },
    at: submittedAt,
    endedBy: endedBy === null ? null : { id: endedBy, name: endedByName ?? endedBy },
  };
}

function deployed({ commitId, ...deployment }: Selectable<Tables['deployments']>): Deployment {
  return { ...deployment, commit: commitId };
}

/** Whether it was this very call that did it, before its connection broke. */
function same(
  w: ExpressionBuilder<Tables, 'submissions'>,
  state: SubmissionState,
  by: RecordedPerson,
  at: Date,
) {
  return w.and([w('state', '=', state), w('endedBy', '=', by.id), w('endedAt', '=', at)]);
}
