import { type Kysely, sql } from 'kysely';

/** Mails about a visit to a step are not sent any more once it is over; they are kept as dropped. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('messages').addColumn('about', 'text').execute();
  await sql`alter table messages drop constraint messages_status_check`.execute(db);
  await sql`alter table messages add constraint messages_status_check
    check (status in ('queued', 'sent', 'failed', 'dropped'))`.execute(db);
  await db.schema
    .createIndex('messages_about')
    .on('messages')
    .column('about')
    .where(sql.ref('status'), '=', sql.lit('queued'))
    .execute();
  await db.schema
    .createIndex('messages_failed')
    .on('messages')
    .column('sequence')
    .where(sql.ref('status'), '=', sql.lit('failed'))
    .execute();
}
