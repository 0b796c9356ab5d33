import { type Kysely, sql } from 'kysely';

/** Sessions are of every site, not of the web modeler alone; whoever is signed in keeps the row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('modeler_sessions').renameTo('sessions').execute();
  await sql`ALTER INDEX modeler_sessions_expire RENAME TO sessions_expire`.execute(db);
}
