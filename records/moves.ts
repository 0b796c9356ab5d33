import type { Kysely, Selectable } from 'kysely';
import { storable } from './storable.ts';
import type { MoveOutcome, Tables } from './tables.ts';

export type NewMove = Omit<Selectable<Tables['moves']>, 'endedAt' | 'moved' | 'stayed'>;

/** A move as read back; without an end it is going on, or the server was killed meanwhile. */
export type StoredMove = NewMove & { ended: (MoveOutcome & { at: Date }) | null };

export type MoveQueries = ReturnType<typeof moveQueries>;

/** Running projects that were moved to another version of their process. */
export function moveQueries(db: Kysely<Tables>) {
  return {
    /**
     * Keeps a move before the engine hears of it.
     * @throws when the person submitted one of the changes
     */
    async beginMove(move: NewMove): Promise<void> {
      await db
        .insertInto('moves')
        .values({ ...storable(move), endedAt: null, moved: null, stayed: null })
        .onConflict((c) => c.column('id').doNothing())
        .execute();
    },

    /** Keeps what became of a move; the first word stands. */
    async endMove(id: string, at: Date, { moved, stayed }: MoveOutcome): Promise<void> {
      await db
        .updateTable('moves')
        .set({ endedAt: at, moved, stayed: JSON.stringify(storable(stayed)) })
        .where('id', '=', id)
        .where('endedAt', 'is', null)
        .execute();
    },

    /** Every move of a process, newest first. */
    async moves(processId: string): Promise<StoredMove[]> {
      const rows = await db
        .selectFrom('moves')
        .selectAll()
        .where('processId', '=', processId)
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(({ endedAt, moved, stayed, ...move }) => ({
        ...move,
        ended: endedAt && { at: endedAt, moved: moved ?? [], stayed: stayed ?? [] },
      }));
    },
  };
}
