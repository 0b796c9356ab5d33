import { type Kysely, sql } from 'kysely';

/** One clock per visit of a project to a step. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('clocks')
    .addColumn('element_instance_key', 'text', (c) => c.primaryKey())
    .addColumn('sequence', 'bigint', (c) => c.generatedAlwaysAsIdentity().notNull())
    .addColumn('project_id', 'text', (c) => c.notNull())
    .addColumn('project_name', 'text', (c) => c.notNull())
    .addColumn('process_instance_key', 'text', (c) => c.notNull())
    .addColumn('process_id', 'text', (c) => c.notNull())
    .addColumn('element_id', 'text', (c) => c.notNull())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('assignee', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull().check(sql`role in ('reviewer', 'owner')`))
    .addColumn('article', 'text', (c) => c.notNull())
    .addColumn('limit_days', 'integer', (c) => c.check(sql`limit_days >= 0`))
    .addColumn('used_before', 'integer', (c) => c.notNull())
    .addColumn('started_on', 'date', (c) => c.notNull())
    .addColumn('deadline', 'date')
    .addColumn('provisional', 'boolean', (c) => c.notNull())
    .addColumn('opened_at', 'timestamptz', (c) => c.notNull())
    .addColumn('closed_on', 'date')
    .addColumn('used', 'integer')
    .addColumn('close_reason', 'text', (c) =>
      c.check(sql`close_reason in ('completed', 'void', 'ended')`),
    )
    .addColumn('facts', 'jsonb', (c) => c.notNull())
    .addColumn('answer', 'jsonb', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('clocks_by_project').on('clocks').column('project_id').execute();
  await db.schema
    .createIndex('clocks_open')
    .on('clocks')
    .columns(['process_instance_key', 'assignee'])
    .where(sql.ref('closed_on'), 'is', null)
    .execute();
}
