import { type Kysely, sql } from 'kysely';

/** Who wrote what in the web modeler; lines are added and never changed, which the database itself sees to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('id', 'bigserial', (c) => c.primaryKey())
    .addColumn('request', 'uuid', (c) => c.notNull().unique())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('person_name', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('from', 'text', (c) => c.notNull())
    .addColumn('result', 'text', (c) => c.notNull())
    .execute();
  await sql`create function audit_stays() returns trigger language plpgsql as $$
    begin raise exception 'audit lines are never changed'; end $$`.execute(db);
  await sql`create trigger audit_stays before update or delete or truncate on audit
    for each statement execute function audit_stays()`.execute(db);
}
