import { type ExpressionBuilder, type Kysely, type Selectable, sql } from 'kysely';
import { isNotUnique } from './not-unique.ts';
import { storable } from './storable.ts';
import type { SubmissionState, Tables } from './tables.ts';

type Row = Selectable<Tables['submissions']>;

export type RecordedPerson = { id: string; name: string };

export type NewSubmission = Pick<
  Row,
  'id' | 'files' | 'authors' | 'changes' | 'document' | 'note' | 'rollsBackTo'
> & { commit: string; by: RecordedPerson; at: Date };

export type StoredSubmission = NewSubmission &
  Pick<Row, 'state' | 'endedAt' | 'reason'> & {
    /** Who is publishing it, or published, refused or withdrew it. */
    endedBy: RecordedPerson | null;
  };

export type SubmissionQueries = ReturnType<typeof submissionQueries>;

/** Submissions of changed models. */
export function submissionQueries(db: Kysely<Tables>) {
  const all = () => db.selectFrom('submissions').selectAll();

  return {
    /**
     * Keeps an open submission.
     * @returns false, and keeps nothing, when another open one has one of its files
     */
    submitModels: (submission: NewSubmission): Promise<boolean> =>
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

    /**
     * Keeps what runs without anybody having submitted it, because it came with the system: published from the
     * beginning. `by` and `endedBy` are two programs, as two persons are asked for otherwise.
     */
    async keepRelease(release: NewSubmission, endedBy: RecordedPerson): Promise<void> {
      const ended = { endedBy: endedBy.id, endedByName: endedBy.name, endedAt: release.at };
      await db
        .insertInto('submissions')
        .values({ ...rowOf(release), state: 'published', ...NOT_ENDED, ...ended })
        .onConflict((c) => c.column('id').doNothing())
        .execute();
    },

    async submission(id: string): Promise<StoredSubmission | undefined> {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row && stored(row);
    },

    /** Newest first. */
    async submissions(): Promise<StoredSubmission[]> {
      const rows = await all().orderBy('sequence', 'desc').execute();
      return rows.map(stored);
    },

    /**
     * Begins to publish an open submission; `commit` is what will run.
     * @returns false when it is not open any more, or another is being published
     * @throws when the person is the one who submitted it, or one of its authors
     */
    async beginPublishing(
      id: string,
      commit: string,
      by: RecordedPerson,
      at: Date,
    ): Promise<boolean> {
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

    /** Makes a submission that is being published open again: the engine did not take it. */
    async reopenSubmission(id: string): Promise<void> {
      await db
        .updateTable('submissions')
        .set({ state: 'open', endedBy: null, endedByName: null, endedAt: null })
        .where('id', '=', id)
        .where('state', '=', 'publishing')
        .execute();
    },

    /** Keeps that a submission that is being published runs now. */
    async endPublishing(id: string, at: Date): Promise<void> {
      await db
        .updateTable('submissions')
        .set({ state: 'published', endedAt: at })
        .where('id', '=', id)
        .where('state', '=', 'publishing')
        .execute();
    },

    /** @returns false when it is not open any more */
    async endSubmission(
      id: string,
      state: 'refused' | 'withdrawn',
      by: RecordedPerson,
      at: Date,
      reason: string | null,
    ): Promise<boolean> {
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
  };
}

const NOT_ENDED = { endedBy: null, endedByName: null, endedAt: null, reason: null };

function rowOf(submission: NewSubmission) {
  const { by, at, commit, files, authors, changes, ...columns } = storable(submission);
  return {
    ...columns,
    commitId: commit,
    files: JSON.stringify(files),
    authors: JSON.stringify(authors),
    changes: JSON.stringify(changes),
    submittedBy: by.id,
    submittedByName: by.name,
    submittedAt: at,
  };
}

function stored(row: Row): StoredSubmission {
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

/** Whether it was this very call that did it, before its connection broke. */
function same(
  w: ExpressionBuilder<Tables, 'submissions'>,
  state: SubmissionState,
  by: RecordedPerson,
  at: Date,
) {
  return w.and([w('state', '=', state), w('endedBy', '=', by.id), w('endedAt', '=', at)]);
}
