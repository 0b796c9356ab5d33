import { type Kysely, type Selectable, sql } from 'kysely';
import type { IsoDate } from '../law/calendar/index.ts';
import { type DecisionRow, keepDecision } from './decisions.ts';
import { dropMessagesAbout } from './drop-messages.ts';
import {
  keepDecidedFacts,
  keepDocuments,
  type NewDecidedFacts,
  type NewDocument,
} from './keep-filed.ts';
import type { NewMessage } from './messages.ts';
import { withMessages } from './put-messages.ts';
import { proceedingOf, type Scope } from './scope.ts';
import { storable } from './storable.ts';
import type { CloseReason, Tables } from './tables.ts';

type Row = Selectable<Tables['clocks']>;

/** A clock as read back. */
export type StoredClock = Omit<Row, 'sequence'>;
/** A clock that begins. */
export type ClockRow = Omit<StoredClock, 'closeReason'>;
/** What a form is given when its step is opened, and the version of the process it belongs to. */
export type FormShown = Pick<Selectable<Tables['formsShown']>, 'processVersion' | 'given'>;
/** What a decision adds to the dossier. */
export type Filed = { documents?: NewDocument[]; decided?: NewDecidedFacts | undefined };
/** A visit that is over, and what was decided at it. */
export type EarlierVisit = {
  clock: StoredClock;
  decision: Pick<DecisionRow, 'outcome' | 'ground' | 'signedAt'> | null;
};
export type ClockQueries = ReturnType<typeof clockQueries>;

/** The clocks of steps. */
export function clockQueries(db: Kysely<Tables>) {
  const stored = () => db.selectFrom('clocks').selectAll().orderBy('sequence');

  return {
    /**
     * Stores the clock, puts the mails into the outbox and keeps what the form was given, all or nothing, or gives the
     * clock this visit already has.
     */
    async openClock(
      clock: ClockRow,
      mails: NewMessage[] = [],
      shown: FormShown = { processVersion: 0, given: {} },
    ): Promise<StoredClock> {
      const { facts, answer, ...columns } = storable(clock);
      const row = await withMessages(db, mails)
        .with('shown', () => keepForm(db, clock, shown))
        .insertInto('clocks')
        .values({ ...columns, facts: JSON.stringify(facts), answer: JSON.stringify(answer) })
        // Nothing changes; but only what is updated is returned.
        .onConflict((c) =>
          c.column('elementInstanceKey').doUpdateSet((e) => ({
            elementInstanceKey: e.ref('excluded.elementInstanceKey'),
          })),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
      return withoutSequence(row);
    },

    async clock(elementInstanceKey: string): Promise<StoredClock | undefined> {
      const row = await stored()
        .where('elementInstanceKey', '=', elementInstanceKey)
        .executeTakeFirst();
      return row && withoutSequence(row);
    },

    /**
     * The last visit before this one to the same step of the same process instance that is over, and what was decided at
     * it (null where the step was left without a decision); undefined for a first visit.
     */
    async visitBefore(visit: {
      processInstanceKey: string;
      elementId: string;
      elementInstanceKey: string;
    }): Promise<EarlierVisit | undefined> {
      const row = await stored()
        .leftJoin('decisions', 'decisions.elementInstanceKey', 'clocks.elementInstanceKey')
        .clearSelect()
        .selectAll('clocks')
        .select(['decisions.outcome', 'decisions.ground', 'decisions.signedAt'])
        .where('clocks.processInstanceKey', '=', visit.processInstanceKey)
        .where('clocks.elementId', '=', visit.elementId)
        .where('clocks.elementInstanceKey', '!=', visit.elementInstanceKey)
        .where('clocks.closedOn', 'is not', null)
        .clearOrderBy()
        .orderBy('clocks.sequence', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { outcome, ground, signedAt, ...clock } = row;
      const decision = outcome === null || signedAt === null ? null : { outcome, ground, signedAt };
      return { clock: withoutSequence(clock), decision };
    },

    /** Open clocks, oldest first; all of them for an empty filter. */
    async openClocks({
      processInstanceKey,
      projectId,
    }: {
      processInstanceKey?: string;
      projectId?: string;
    }): Promise<StoredClock[]> {
      let query = stored().where('closedOn', 'is', null);
      if (processInstanceKey !== undefined) {
        query = query.where('processInstanceKey', '=', processInstanceKey);
      }
      if (projectId !== undefined) query = query.where('projectId', '=', projectId);
      return (await query.execute()).map(withoutSequence);
    },

    /** The owner's timed clocks of the job's proceeding, open and closed, oldest first (Art. 27). */
    async ownerClocks(scope: Scope): Promise<StoredClock[]> {
      const rows = await stored()
        .where('projectId', '=', scope.projectId)
        .where('proceeding', 'is not distinct from', proceedingOf(scope))
        .where('role', '=', 'owner')
        .where('limitDays', 'is not', null)
        .execute();
      return rows.map(withoutSequence);
    },

    /** Moves an open clock's deadline; a closed clock stays as it was. */
    async moveDeadline(
      elementInstanceKey: string,
      deadline: IsoDate,
      provisional: boolean,
    ): Promise<void> {
      await db
        .updateTable('clocks')
        .set({ deadline, provisional })
        .where('elementInstanceKey', '=', elementInstanceKey)
        .where('closedOn', 'is', null)
        .execute();
    },

    /**
     * Keeps the decision of a visit, closes its clock and puts the mails into the outbox, all or nothing; the first
     * decision and close stand. `used` is in working days. Mails about the visit that nobody tried yet are dropped;
     * what it says of documents and facts goes into the dossier.
     */
    async closeClock(
      decision: DecisionRow,
      { closedOn, used, reason }: { closedOn: IsoDate; used: number; reason: CloseReason },
      mails: NewMessage[] = [],
      { documents = [], decided }: Filed = {},
    ): Promise<void> {
      const { elementInstanceKey, elementId, projectId, proceeding, body, signedAt } = decision;
      const visit = { elementInstanceKey, elementId, projectId, proceeding };
      const origin = { ...visit, by: body, at: signedAt };
      await withMessages(db, mails)
        .with('decided', () => keepDecision(db, decision))
        .with('documented', () => keepDocuments(origin, documents))
        .with('fixed', () => keepDecidedFacts(db, origin, decided))
        .with('dropped', () => dropMessagesAbout(db, [elementInstanceKey]))
        .updateTable('clocks')
        .set({ closedOn, used, closeReason: reason })
        .where('elementInstanceKey', '=', elementInstanceKey)
        .where('closedOn', 'is', null)
        .execute();
    },

    /** How many clocks each of these people has open. */
    async countOpenTasks(assignees: string[]): Promise<Map<string, number>> {
      // Person by person, so that it is read from the index of each: a busy office would else be counted through the
      // whole table.
      const { rows } = await sql<{ assignee: string; tasks: number }>`
        select assignee, (
          select count(*)::int from clocks where clocks.assignee = person.assignee and closed_on is null
        ) as tasks
        from unnest(${assignees}::text[]) as person (assignee)`.execute(db);
      return new Map(rows.map((row) => [row.assignee, row.tasks]));
    },
  };
}

function keepForm(
  db: Kysely<Tables>,
  { elementInstanceKey, projectId }: ClockRow,
  { processVersion, given }: FormShown,
) {
  return db
    .insertInto('formsShown')
    .values({
      ...storable({ elementInstanceKey, projectId, processVersion }),
      given: JSON.stringify(storable(given)),
    })
    .onConflict((c) => c.column('elementInstanceKey').doNothing());
}

function withoutSequence({ sequence: _sequence, ...clock }: Row): StoredClock {
  return clock;
}
