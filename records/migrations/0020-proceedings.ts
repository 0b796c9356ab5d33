import { type Kysely, sql } from 'kysely';

/**
 * A project outlives its process instances: each run of a process for it is a proceeding. Until now there was one for
 * each project, its application, and everything kept of the project belongs to that.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('proceedings')
    .addColumn('root_instance', 'text', (c) => c.primaryKey())
    .addColumn('project_id', 'text', (c) => c.notNull())
    .addColumn('process_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('opened_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .addColumn('ended_at', 'timestamptz')
    .addColumn('ending', 'text', (c) =>
      c.check(sql`ending in ('completed', 'withdrawn', 'classified')`),
    )
    .addCheckConstraint('proceedings_ending', sql`(ended_at is null) = (ending is null)`)
    .execute();
  await sql`
    insert into proceedings (root_instance, project_id, process_id, kind, opened_at, ended_at, ending)
    select process_instance_key, project_id,
      coalesce((
        select process_id from clocks c where c.process_instance_key = p.process_instance_key
        order by sequence limit 1
      ), 'project-application'),
      'application', opened_at, closed_at,
      case when closed_at is null then null
        when exists (select from withdrawals w where w.project_id = p.project_id and withdrawn) then 'withdrawn'
        when project_name = '涉密项目' then 'classified'
        else 'completed' end
    from projects p`.execute(db);
  for (const table of ['clocks', 'decisions', 'referrals', 'withdrawals']) {
    await db.schema.alterTable(table).addColumn('proceeding', 'text').execute();
    await sql`update ${sql.table(table)} t set proceeding = p.root_instance
      from proceedings p where p.project_id = t.project_id`.execute(db);
  }
  await sql`alter table referrals drop constraint referrals_key`.execute(db);
  await sql`create unique index referrals_key on referrals (project_id, coalesce(proceeding, ''), n)`.execute(
    db,
  );

  await sql`alter table projects
    drop column process_instance_key, drop column closed_at,
    drop constraint projects_project_id_key, add primary key (project_id)`.execute(db);
  await db.schema.createIndex('projects_by_unit').on('projects').column('applicant_unit').execute();
  await sql`alter table proceedings add foreign key (project_id) references projects`.execute(db);
  await db.schema
    .createIndex('proceedings_by_project')
    .on('proceedings')
    .column('project_id')
    .execute();
}
