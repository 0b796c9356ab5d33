import { type Kysely, sql } from 'kysely';

/** Passwords of people, and whose each session is: both are asked for by person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('accounts')
    .addColumn('person', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('first', 'own')`))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('set_at', 'timestamptz', (c) => c.notNull())
    .execute();
  await sql`create index sessions_by_person on sessions ((sess ->> 'userId'))`.execute(db);
}
