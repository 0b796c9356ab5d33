import { type Kysely, sql } from 'kysely';

/** Projects with their readable ids, and the counter each year's ids are drawn from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('projects')
    .addColumn('process_instance_key', 'text', (c) => c.primaryKey())
    .addColumn('project_id', 'text', (c) => c.notNull().unique())
    .addColumn('project_name', 'text', (c) => c.notNull())
    .addColumn('applicant_unit', 'text', (c) => c.notNull())
    .addColumn('investment', 'text', (c) => c.notNull())
    .addColumn('opened_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .addColumn('closed_at', 'timestamptz')
    .execute();
  await db.schema
    .createIndex('projects_open_by_unit')
    .on('projects')
    .column('applicant_unit')
    .where(sql.ref('closed_at'), 'is', null)
    .execute();
  await db.schema
    .createTable('project_counters')
    .addColumn('year', 'integer', (c) => c.primaryKey())
    .addColumn('last', 'integer', (c) => c.notNull())
    .execute();
}
