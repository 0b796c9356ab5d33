import type { World } from './world.ts';

const TABLES = [
  ...['projects', 'proceedings', 'application_versions', 'documents', 'decided_facts'],
  ...['clocks', 'forms_shown', 'decisions', 'messages', 'referrals', 'tickets'],
];

/** Every row of the records about a project, as text. */
export async function everythingKeptOf({ database }: World, projectId: string): Promise<string> {
  const rows = await Promise.all(
    TABLES.map((table) =>
      database.query(`select * from ${table} where project_id = $1`, [projectId]),
    ),
  );
  return JSON.stringify(rows.map((result) => result.rows));
}
