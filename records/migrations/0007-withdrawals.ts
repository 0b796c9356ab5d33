import type { Kysely } from 'kysely';

/** Wishes to withdraw an application: made known before the engine is asked, settled when it is known what came of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('withdrawals')
    .addColumn('element_instance_key', 'text', (c) => c.primaryKey())
    .addColumn('project_id', 'text', (c) => c.notNull())
    .addColumn('requested_at', 'timestamptz', (c) => c.notNull())
    .addColumn('withdrawn', 'boolean')
    .execute();
  await db.schema
    .createIndex('withdrawals_by_project')
    .on('withdrawals')
    .column('project_id')
    .execute();
}
