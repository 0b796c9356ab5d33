import { type Kysely, type Selectable, sql } from 'kysely';
import type { StoredClock } from './clocks.ts';
import { dropMessagesAbout } from './drop-messages.ts';
import type { NewMessage } from './messages.ts';
import { putMessages } from './put-messages.ts';
import type { CloseReason, Tables } from './tables.ts';

/** When it was cancelled by the engine's clock, and by which change where that is known. */
export type Cancelling = { at: Date; changeId: string | null };

/** What was cancelled, as it is read back: a visit's key or a root instance, who did it and why where that is known. */
export type Cancellation = {
  key: string;
  at: Date;
  person: string | null;
  personName: string | null;
  reason: string | null;
};

/** A proceeding that goes on, by the records. */
export type OpenProceeding = Pick<
  Selectable<Tables['proceedings']>,
  'rootInstance' | 'projectId' | 'processId' | 'kind'
>;

export type CancellationQueries = ReturnType<typeof cancellationQueries>;

/** What is over without its process having said so. */
export function cancellationQueries(db: Kysely<Tables>) {
  return {
    /** Those of these root instances whose proceedings go on. */
    openProceedingsOf(rootInstances: string[]): Promise<OpenProceeding[]> {
      return db
        .selectFrom('proceedings')
        .select(['rootInstance', 'projectId', 'processId', 'kind'])
        .where(sql<boolean>`root_instance = any(${rootInstances}::text[])`)
        .where('endedAt', 'is', null)
        .execute();
    },

    /** The open clocks of these visits. */
    async openClocksOf(elementInstanceKeys: string[]): Promise<StoredClock[]> {
      const rows = await db
        .selectFrom('clocks')
        .selectAll()
        .where(sql<boolean>`element_instance_key = any(${elementInstanceKeys}::text[])`)
        .where('closedOn', 'is', null)
        .execute();
      return rows.map(({ sequence: _sequence, ...clock }) => clock);
    },

    /**
     * Ends a proceeding that was cancelled, with every clock it had open, and puts the mails into the outbox, all or
     * nothing. The first end stands: of one that has ended already nothing changes and nobody is told.
     * @returns whether it was open
     */
    cancelProceeding(
      rootInstance: string,
      { at, changeId }: Cancelling,
      mails: NewMessage[],
    ): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const ended = await tx
          .updateTable('proceedings')
          .set({ endedAt: at, ending: 'cancelled' })
          .where('rootInstance', '=', rootInstance)
          .where('endedAt', 'is', null)
          .returning('projectId')
          .executeTakeFirst();
        if (ended === undefined) return false;
        const { projectId } = ended;
        const visits = await tx
          .updateTable('clocks')
          .set({ closedOn: dayOf(at), closeReason: 'cancelled' })
          .where('projectId', '=', projectId)
          .where('proceeding', '=', rootInstance)
          .where('closedOn', 'is', null)
          .returning('elementInstanceKey')
          .execute();
        const keys = visits.map(({ elementInstanceKey }) => elementInstanceKey);
        await dropMessagesAbout(tx, keys).execute();
        await keep(tx, [rootInstance, ...keys], { projectId, at, changeId });
        if (mails.length > 0) await putMessages(tx, mails).execute();
        return true;
      });
    },

    /**
     * Closes the clock of a visit whose task is there no more and puts the mails into the outbox, all or nothing; the
     * first close stands. Without `cancelled` the project has left the step by its model's own way.
     * @returns whether it was open
     */
    closeLeft(
      elementInstanceKey: string,
      at: Date,
      cancelled?: { changeId: string; mails: NewMessage[] },
    ): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const closeReason: CloseReason = cancelled === undefined ? 'ended' : 'cancelled';
        const closed = await tx
          .updateTable('clocks')
          .set({ closedOn: dayOf(at), closeReason })
          .where('elementInstanceKey', '=', elementInstanceKey)
          .where('closedOn', 'is', null)
          .returning('projectId')
          .executeTakeFirst();
        if (closed === undefined) return false;
        await dropMessagesAbout(tx, [elementInstanceKey]).execute();
        if (cancelled === undefined) return true;
        const { changeId, mails } = cancelled;
        await keep(tx, [elementInstanceKey], { ...closed, at, changeId });
        if (mails.length > 0) await putMessages(tx, mails).execute();
        return true;
      });
    },

    /** What was cancelled of a project, oldest first. */
    cancellations(projectId: string): Promise<Cancellation[]> {
      return db
        .selectFrom('cancellations as c')
        .leftJoin('operatorChanges as o', 'o.id', 'c.changeId')
        .select(['c.key', 'c.at', 'o.person', 'o.personName', 'o.reason'])
        .where('c.projectId', '=', projectId)
        .orderBy('c.at')
        .orderBy('c.key')
        .execute();
    },
  };
}

type Kept = Cancelling & { projectId: string };

async function keep(tx: Kysely<Tables>, keys: string[], kept: Kept): Promise<void> {
  await tx
    .insertInto('cancellations')
    .values(keys.map((key) => ({ key, ...kept })))
    .onConflict((c) => c.column('key').doNothing())
    .execute();
}

/** The day in Asia/Shanghai. */
function dayOf(at: Date) {
  return sql<string>`(${at}::timestamptz at time zone 'Asia/Shanghai')::date`;
}
