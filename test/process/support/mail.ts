import type { World } from './world.ts';

export type Mail = {
  id: string;
  purpose: string;
  to: string[];
  cc: string[];
  subject: string;
  text: string;
};

/** The messages of a project in the outbox, oldest first. */
export async function mailsOf(
  { database }: World,
  projectId: string,
  purpose?: string,
): Promise<Mail[]> {
  const { rows } = await database.query<Mail>(
    'select * from messages where project_id = $1 order by sequence',
    [projectId],
  );
  return rows.filter((mail) => !purpose || mail.purpose === purpose);
}

export type Decision = {
  element_id: string;
  body: string;
  signer: string;
  on_behalf_of: string | null;
  outcome: string;
  opinion: string | null;
  ground: string | null;
  entered: Record<string, unknown>;
};

/** The decision records of a project, oldest first. */
export async function decisionsOf({ database }: World, projectId: string): Promise<Decision[]> {
  const { rows } = await database.query<Decision>(
    'select * from decisions where project_id = $1 order by sequence',
    [projectId],
  );
  return rows;
}
