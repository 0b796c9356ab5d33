import type { Kysely } from 'kysely';

/**
 * A decision as it was: who signed under which name and position, and what its form showed. Of older decisions neither
 * is known.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('decisions')
    .addColumn('signer_name', 'text')
    .addColumn('signer_position', 'text')
    .addColumn('signer_body', 'text')
    .addColumn('on_behalf_of_name', 'text')
    .addColumn('on_behalf_of_position', 'text')
    .addColumn('on_behalf_of_body', 'text')
    .execute();
  await db.schema
    .createTable('forms_shown')
    .addColumn('element_instance_key', 'text', (c) => c.primaryKey())
    .addColumn('project_id', 'text', (c) => c.notNull())
    .addColumn('process_version', 'integer', (c) => c.notNull())
    .addColumn('given', 'jsonb', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('forms_shown_by_project')
    .on('forms_shown')
    .column('project_id')
    .execute();
}
