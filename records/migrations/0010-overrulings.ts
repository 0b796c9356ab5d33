import { type Kysely, sql } from 'kysely';

/** Legal findings of lint that an administrator overruled with a document; taking one back keeps it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('overrulings')
    .addColumn('id', 'uuid', (c) => c.primaryKey())
    .addColumn('path', 'text', (c) => c.notNull())
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('element_id', 'text')
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('person_name', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('revoked_by', 'text')
    .addColumn('revoked_at', 'timestamptz')
    .execute();
  await db.schema
    .createIndex('overrulings_in_force')
    .on('overrulings')
    .column('path')
    .where(sql.ref('revoked_at'), 'is', null)
    .execute();
}
