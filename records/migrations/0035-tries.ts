import type { Kysely } from 'kysely';

/**
 * How often something was tried. The columns and their order are those of rate-limiter-flexible, which reads and
 * writes the rows; `expire` is in milliseconds since 1970.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tries')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('points', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('expire', 'bigint')
    .execute();
  // The expired ones are looked for every few minutes.
  await db.schema.createIndex('tries_expire').on('tries').column('expire').execute();
}
