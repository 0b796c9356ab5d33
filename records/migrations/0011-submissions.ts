import { type Kysely, sql } from 'kysely';

/** Changes of the models on their way to the engine, and what the engine made of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('submissions')
    .addColumn('id', 'uuid', (c) => c.primaryKey())
    .addColumn('sequence', 'bigserial', (c) => c.notNull().unique())
    .addColumn('state', 'text', (c) =>
      c.notNull().check(sql`state in ('open', 'publishing', 'published', 'refused', 'withdrawn')`),
    )
    // A commit of the models' repository: what would run, or runs.
    .addColumn('commit_id', 'text', (c) => c.notNull())
    .addColumn('files', 'jsonb', (c) => c.notNull())
    .addColumn('changes', 'jsonb', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('submitted_by', 'text', (c) => c.notNull())
    .addColumn('submitted_by_name', 'text', (c) => c.notNull())
    .addColumn('submitted_at', 'timestamptz', (c) => c.notNull())
    // Who is publishing or has published, refused or withdrawn it.
    .addColumn('ended_by', 'text')
    .addColumn('ended_by_name', 'text')
    .addColumn('ended_at', 'timestamptz')
    .addColumn('reason', 'text')
    .addColumn('rolls_back_to', 'uuid', (c) => c.references('submissions.id'))
    // The two-person rule holds whatever the server's code does.
    .addCheckConstraint(
      'submissions_two_persons',
      sql`state not in ('publishing', 'published') or (ended_by is not null and ended_by <> submitted_by)`,
    )
    .execute();
  // One publication at a time: the second would deploy without the first.
  await sql`create unique index submissions_publishing on submissions ((true)) where state = 'publishing'`.execute(
    db,
  );
  await db.schema
    .createTable('deployments')
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) =>
      c.notNull().check(sql`kind in ('process', 'decision', 'form')`),
    )
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('path', 'text', (c) => c.notNull())
    .addColumn('commit_id', 'text', (c) => c.notNull())
    .addColumn('submission_id', 'uuid', (c) => c.references('submissions.id'))
    .addPrimaryKeyConstraint('deployments_key', ['kind', 'id', 'version'])
    .execute();
}
