import { type Kysely, sql } from 'kysely';

/** Running projects that were moved to another version of their process, each time by a document. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('moves')
    .addColumn('id', 'uuid', (c) => c.primaryKey())
    .addColumn('process_id', 'text', (c) => c.notNull())
    .addColumn('from_version', 'integer', (c) => c.notNull())
    .addColumn('to_version', 'integer', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('instances', sql`text[]`, (c) => c.notNull())
    // Who submitted the changes that lie between the two versions.
    .addColumn('changed_by', sql`text[]`, (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('person_name', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    // Null while it is going on, or when the server was killed in between.
    .addColumn('ended_at', 'timestamptz')
    .addColumn('moved', sql`text[]`)
    .addColumn('stayed', 'jsonb')
    // The two-person rule holds whatever the server's code does.
    .addCheckConstraint('moves_two_persons', sql`person <> all(changed_by)`)
    .execute();
  await db.schema
    .createIndex('moves_of_a_process')
    .on('moves')
    .columns(['process_id', 'at'])
    .execute();
}
