import { type Kysely, sql } from 'kysely';

/**
 * Who wrote what a submission brings, since what runs: none of them publishes it. Of what waited before this was
 * kept nobody can tell from here: it is taken back, its drafts stay, and it is submitted anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table submissions add column authors jsonb not null default '[]'`.execute(db);
  await sql`
    update submissions set state = 'withdrawn', ended_by = submitted_by, ended_by_name = submitted_by_name,
      ended_at = now(), reason = '系统升级：发布人不得是其中任何一处修改的作者，请重新提交'
    where state = 'open'`.execute(db);
  // As with who submitted it: it holds whatever the server's code does.
  await sql`
    alter table submissions add constraint submissions_two_persons_of_authors check (
      state not in ('publishing', 'published')
      or not authors @> jsonb_build_array(jsonb_build_object('id', ended_by)))`.execute(db);
}
