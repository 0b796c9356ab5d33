import type { Kysely } from 'kysely';

/**
 * What an action was called when it was tried, and at which wing: a list shows lines of other wings too, and of actions
 * that there are no more. Lines from before have neither; they are the web modeler's.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('audit')
    .addColumn('action_words', 'text')
    .addColumn('wing', 'text', (c) => c.notNull().defaultTo('web-modeler'))
    .execute();
}
