import { type Kysely, type Selectable, sql } from 'kysely';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

/** What an operator changes in Operate: who, when by the engine's clock, what, and why. */
export type OperatorChange = Omit<Selectable<Tables['operatorChanges']>, 'keptAt'>;

export type OperatorChangeQueries = ReturnType<typeof operatorChangeQueries>;

/** What operators change in what runs. */
export function operatorChangeQueries(db: Kysely<Tables>) {
  return {
    /** Keeps a change before Operate hears of it; the first word about an id stands. */
    async keepChange(change: OperatorChange): Promise<void> {
      const { takes, ...columns } = storable(change);
      await db
        .insertInto('operatorChanges')
        .values({ ...columns, takes: JSON.stringify(takes) })
        .onConflict((c) => c.column('id').doNothing())
        .execute();
    },

    /** Forgets a change that Operate has refused. */
    async dropChange(id: string): Promise<void> {
      await db.deleteFrom('operatorChanges').where('id', '=', id).execute();
    },

    /** Whether a change was kept within so many seconds. */
    async changedWithin(seconds: number): Promise<boolean> {
      const row = await db
        .selectFrom('operatorChanges')
        .select('id')
        .where('keptAt', '>', sql<Date>`now() - make_interval(secs => ${seconds})`)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** The changes below this root instance, the newest first. */
    changesBelow(rootInstance: string): Promise<OperatorChange[]> {
      return db
        .selectFrom('operatorChanges')
        .select(['id', 'at', 'person', 'personName', 'instance', 'rootInstance', 'operation'])
        .select(['what', 'takes', 'reason'])
        .where('rootInstance', '=', rootInstance)
        .orderBy('at', 'desc')
        .orderBy('keptAt', 'desc')
        .execute();
    },
  };
}
