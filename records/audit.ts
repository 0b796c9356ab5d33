import type { Kysely } from 'kysely';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';
import type { Records } from './types.ts';

type Queries = Pick<Records, 'keepAudit' | 'audit'>;

/** Queries about who wrote what in the web modeler; see `Records`. */
export function auditQueries(db: Kysely<Tables>): Queries {
  return {
    async keepAudit(line) {
      await db
        .insertInto('audit')
        .values(storable(line))
        .onConflict((c) => c.column('request').doNothing())
        .execute();
    },

    audit(before, limit) {
      const lines = db
        .selectFrom('audit')
        .select(['id', 'at', 'person', 'personName', 'action', 'target', 'from', 'result'])
        .orderBy('id', 'desc')
        .limit(limit);
      return (before === undefined ? lines : lines.where('id', '<', before)).execute();
    },
  };
}
