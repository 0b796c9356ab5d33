import { type Kysely, sql } from 'kysely';

/** The outbox: mails to send, and what became of each. Nothing is deleted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('messages')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('sequence', 'bigint', (c) => c.generatedAlwaysAsIdentity().notNull())
    .addColumn('project_id', 'text', (c) => c.notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('to', sql`text[]`, (c) => c.notNull())
    .addColumn('cc', sql`text[]`, (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) =>
      c.notNull().defaultTo('queued').check(sql`status in ('queued', 'sent', 'failed')`),
    )
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('delivered', sql`text[]`, (c) => c.notNull().defaultTo(sql`'{}'`))
    .addColumn('next_attempt_at', 'timestamptz')
    .addColumn('claimed_until', 'timestamptz')
    .addColumn('last_error', 'text')
    .addColumn('sent_at', 'timestamptz')
    .addColumn('queued_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .execute();
  await db.schema
    .createIndex('messages_queued')
    .on('messages')
    .column('sequence')
    .where(sql.ref('status'), '=', sql.lit('queued'))
    .execute();
}
