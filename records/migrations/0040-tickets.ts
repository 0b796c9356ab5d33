import type { Kysely } from 'kysely';

/** A process that is called proves it by the ticket its caller was given for this one visit to its call activity. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tickets')
    .addColumn('element_instance_key', 'text', (c) => c.primaryKey())
    .addColumn('ticket', 'text', (c) => c.notNull().unique())
    .addColumn('process_instance_key', 'text', (c) => c.notNull())
    .addColumn('called_process_id', 'text')
    .addColumn('project_id', 'text', (c) => c.notNull().references('projects.project_id'))
    .addColumn('proceeding', 'text', (c) => c.notNull())
    .addColumn('made_at', 'timestamptz', (c) => c.notNull())
    .addColumn('entered_by', 'text', (c) => c.unique())
    .execute();
}
