import { readAudit } from '../../../site/server/audit.ts';
import type { Served, World } from '../../server/world.ts';
import type { auditRoutes } from '../api.ts';

/** The list of who wrote what, of all wings. */
export async function serve({
  records,
}: Pick<World, 'records'>): Promise<Served<typeof auditRoutes>> {
  return { handlers: { readAudit: ({ query }) => readAudit(records, query.before) } };
}
