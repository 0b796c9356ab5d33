import type { Kysely, Selectable } from 'kysely';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

export type AuditLine = Omit<Selectable<Tables['audit']>, 'id'>;
export type AuditQueries = ReturnType<typeof auditQueries>;

/** Who wrote what at the wings. */
export function auditQueries(db: Kysely<Tables>) {
  return {
    /** Adds a line to the audit list of a wing. */
    async keepAudit(line: AuditLine): Promise<void> {
      await db
        .insertInto('audit')
        .values(storable(line))
        .onConflict((c) => c.column('request').doNothing())
        .execute();
    },

    /**
     * The newest lines, or those before the one of this id, newest first; ids are whole numbers, as text.
     * @param wing only its lines
     */
    audit(
      before: string | undefined,
      limit: number,
      wing?: string,
    ): Promise<(Omit<AuditLine, 'request'> & { id: string })[]> {
      const lines = db
        .selectFrom('audit')
        .select(['id', 'at', 'person', 'personName', 'action', 'actionWords', 'wing'])
        .select(['target', 'from', 'result'])
        .$if(wing !== undefined, (all) => all.where('wing', '=', wing ?? ''))
        .orderBy('id', 'desc')
        .limit(limit);
      return (before === undefined ? lines : lines.where('id', '<', before)).execute();
    },
  };
}
