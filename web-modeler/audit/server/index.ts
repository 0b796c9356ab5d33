import type { Served, World } from '../../server/world.ts';
import type { auditRoutes } from '../api.ts';

const PAGE = 100;

/** The list of who wrote what. */
export async function serve({
  records,
}: Pick<World, 'records'>): Promise<Served<typeof auditRoutes>> {
  return {
    handlers: {
      async readAudit({ query }) {
        const lines = await records.audit(query.before, PAGE + 1);
        return {
          entries: lines.slice(0, PAGE).map(({ person, personName, at, ...line }) => ({
            ...line,
            at: at.toISOString(),
            by: { id: person, name: personName },
          })),
          more: lines.length > PAGE,
        };
      },
    },
  };
}
