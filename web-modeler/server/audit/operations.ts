import type { AuditQueries } from '../../../records/index.ts';
import type { Handlers } from '../handler.ts';

const PAGE = 100;

/** The list of who wrote what. */
export function auditOperations(records: AuditQueries): Handlers<'readAudit'> {
  return {
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
  };
}
