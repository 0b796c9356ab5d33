import { type Kysely, sql } from 'kysely';

/** What people need to know of a project: each version of its application, what was decided, its documents. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('application_versions')
    .addColumn('element_instance_key', 'text', (c) => c.primaryKey())
    .addColumn('project_id', 'text', (c) => c.notNull().references('projects.project_id'))
    .addColumn('proceeding', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('application', 'jsonb', (c) => c.notNull())
    .addColumn('changes', 'jsonb', (c) => c.notNull())
    .addColumn('submitted_at', 'timestamptz', (c) => c.notNull())
    .addUniqueConstraint('application_versions_in_order', ['project_id', 'n'])
    .execute();
  await db.schema
    .createTable('decided_facts')
    .addColumn('element_instance_key', 'text', (c) => c.primaryKey())
    .addColumn('project_id', 'text', (c) => c.notNull())
    .addColumn('proceeding', 'text')
    .addColumn('owner', 'text')
    .addColumn('amount', 'text')
    .addColumn('plan', 'text')
    .addColumn('funds', 'text')
    .addColumn('timing', 'text')
    .addColumn('decided_at', 'timestamptz', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('documents')
    .addColumn('element_instance_key', 'text', (c) => c.notNull())
    .addColumn('field', 'text', (c) => c.notNull())
    .addColumn('project_id', 'text', (c) => c.notNull())
    .addColumn('proceeding', 'text')
    .addColumn('element_id', 'text', (c) => c.notNull())
    .addColumn('recorded_by', 'text', (c) => c.notNull())
    .addColumn('recorded_at', 'timestamptz', (c) => c.notNull())
    .addColumn('number', 'text', (c) => c.notNull())
    .addColumn('dated', 'date')
    .addColumn('fixes', 'jsonb', (c) => c.notNull().defaultTo(sql`'{}'`))
    .addPrimaryKeyConstraint('documents_key', ['element_instance_key', 'field'])
    .execute();
  for (const table of ['decided_facts', 'documents']) {
    await db.schema.createIndex(`${table}_by_project`).on(table).column('project_id').execute();
  }
}
