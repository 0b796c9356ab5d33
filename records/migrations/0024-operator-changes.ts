import { type Kysely, sql } from 'kysely';

/** What operators change in Operate, and which visits and proceedings were cancelled, by which change where that is known. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('operator_changes')
    .addColumn('id', 'uuid', (c) => c.primaryKey())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('kept_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('person_name', 'text', (c) => c.notNull())
    .addColumn('instance', 'text', (c) => c.notNull())
    .addColumn('root_instance', 'text', (c) => c.notNull())
    .addColumn('operation', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('takes', 'jsonb', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('operator_changes_by_root')
    .on('operator_changes')
    .column('root_instance')
    .execute();
  await db.schema
    .createIndex('operator_changes_by_time')
    .on('operator_changes')
    .column('kept_at')
    .execute();

  await db.schema
    .createTable('cancellations')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('project_id', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('change_id', 'uuid', (c) => c.references('operator_changes.id'))
    .execute();
  await db.schema
    .createIndex('cancellations_by_project')
    .on('cancellations')
    .column('project_id')
    .execute();

  await sql`alter table clocks
    drop constraint clocks_close_reason_check,
    add constraint clocks_close_reason_check
      check (close_reason in ('completed', 'void', 'ended', 'cancelled'))`.execute(db);
  await sql`alter table proceedings
    drop constraint proceedings_ending_check,
    add constraint proceedings_ending_check
      check (ending in ('completed', 'withdrawn', 'classified', 'cancelled'))`.execute(db);
}
