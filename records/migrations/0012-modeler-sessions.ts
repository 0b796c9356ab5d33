import type { Kysely } from 'kysely';

/** Who is signed in to the web modeler; the columns are those connect-pg-simple asks for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('modeler_sessions')
    .addColumn('sid', 'varchar', (c) => c.primaryKey())
    .addColumn('sess', 'json', (c) => c.notNull())
    .addColumn('expire', 'timestamptz', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('modeler_sessions_expire')
    .on('modeler_sessions')
    .column('expire')
    .execute();
}
