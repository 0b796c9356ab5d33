import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** A call of a process that begins. */
export type NewTicket = Omit<Selectable<Tables['tickets']>, 'ticket' | 'enteredBy'>;

/** Of which project, and in which of its proceedings, a process instance runs. */
export type Whereabouts = { projectId: string; proceeding: string };

export type TicketQueries = ReturnType<typeof ticketQueries>;

/** The tickets by which a process proves that it was called. */
export function ticketQueries(db: Kysely<Tables>) {
  return {
    /** Makes the ticket of a call; the same visit to a call activity always gets the same one. */
    async makeTicket(call: NewTicket): Promise<string> {
      const { ticket } = await db
        .insertInto('tickets')
        .values({ ...call, ticket: randomUUID() })
        // Nothing changes; but only what is updated is returned.
        .onConflict((c) =>
          c.column('elementInstanceKey').doUpdateSet((e) => ({
            elementInstanceKey: e.ref('excluded.elementInstanceKey'),
          })),
        )
        .returning('ticket')
        .executeTakeFirstOrThrow();
      return ticket;
    },

    /**
     * Lets a process instance in by its ticket, and the same one again. Undefined for a ticket nobody made, one made
     * for another process, or one that another instance came in by.
     */
    async enter(
      ticket: string,
      { processInstanceKey, processId }: { processInstanceKey: string; processId: string },
    ): Promise<Whereabouts | undefined> {
      return db
        .updateTable('tickets')
        .set({ enteredBy: processInstanceKey })
        .where('ticket', '=', ticket)
        .where(sql`coalesce(called_process_id, ${processId})`, '=', processId)
        .where(sql`coalesce(entered_by, ${processInstanceKey})`, '=', processInstanceKey)
        .returning(['projectId', 'proceeding'])
        .executeTakeFirst();
    },

    /** Whether what was called at this visit to a call activity came in by its ticket. */
    async wasEntered(elementInstanceKey: string): Promise<boolean> {
      const row = await db
        .selectFrom('tickets')
        .select('ticket')
        .where('elementInstanceKey', '=', elementInstanceKey)
        .where('enteredBy', 'is not', null)
        .executeTakeFirst();
      return row !== undefined;
    },

    /**
     * Where a process instance belongs: one that began a proceeding, or one that came in by a ticket. Undefined for any
     * other: one that nobody called, or that was called before there were tickets.
     */
    async whereabouts(processInstanceKey: string): Promise<Whereabouts | undefined> {
      return db
        .selectFrom('proceedings')
        .select(['projectId', 'rootInstance as proceeding'])
        .where('rootInstance', '=', processInstanceKey)
        .unionAll(
          db
            .selectFrom('tickets')
            .select(['projectId', 'proceeding'])
            .where('enteredBy', '=', processInstanceKey),
        )
        .limit(1)
        .executeTakeFirst();
    },
  };
}
