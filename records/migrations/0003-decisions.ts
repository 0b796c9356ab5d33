import type { Kysely } from 'kysely';

/** What was decided, one row per visit to a step; kept for good. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('decisions')
    .addColumn('element_instance_key', 'text', (c) => c.primaryKey())
    .addColumn('sequence', 'bigint', (c) => c.generatedAlwaysAsIdentity().notNull())
    .addColumn('project_id', 'text', (c) => c.notNull())
    .addColumn('process_instance_key', 'text', (c) => c.notNull())
    .addColumn('process_id', 'text', (c) => c.notNull())
    .addColumn('element_id', 'text', (c) => c.notNull())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('signer', 'text', (c) => c.notNull())
    .addColumn('on_behalf_of', 'text')
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('opinion', 'text')
    .addColumn('ground', 'text')
    .addColumn('article', 'text', (c) => c.notNull())
    .addColumn('signed_at', 'timestamptz', (c) => c.notNull())
    .addColumn('entered', 'jsonb', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('decisions_by_project')
    .on('decisions')
    .column('project_id')
    .execute();
}
