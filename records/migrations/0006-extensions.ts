import { type Kysely, sql } from 'kysely';

/** By how many working days the limit of a visit was extended before it began (Art. 27). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('clocks')
    .addColumn('extended_by', 'integer', (c) =>
      c.notNull().defaultTo(0).check(sql`extended_by >= 0`),
    )
    .execute();
}
