import { type Kysely, sql } from 'kysely';

/** How many tasks each person has open is asked before every task: read from the index alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('clocks_open_by_assignee')
    .on('clocks')
    .column('assignee')
    .where(sql.ref('closed_on'), 'is', null)
    .execute();
}
