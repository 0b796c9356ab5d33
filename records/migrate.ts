import { type Kysely, Migrator } from 'kysely';
import { migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** Brings the database to the newest schema. Several may do it at once: the migrator holds a lock. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
