import { type Kysely, sql } from 'kysely';
import { keepDecision } from './decisions.ts';
import { dropMessagesAbout } from './drop-messages.ts';
import { withMessages } from './put-messages.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';
import type { Records, StoredClock } from './types.ts';

type Queries = Pick<
  Records,
  | 'openClock'
  | 'clock'
  | 'openClocks'
  | 'ownerClocks'
  | 'moveDeadline'
  | 'closeClock'
  | 'countOpenTasks'
>;

/** Queries about the clocks of steps; see `Records`. */
export function clockQueries(db: Kysely<Tables>): Queries {
  const stored = () => db.selectFrom('clocks').selectAll().orderBy('sequence').$castTo<Row>();

  return {
    async openClock(clock, mails = []) {
      const { facts, answer, ...columns } = storable(clock);
      const row = await withMessages(db, mails)
        .insertInto('clocks')
        .values({ ...columns, facts: JSON.stringify(facts), answer: JSON.stringify(answer) })
        // Nothing changes; but only what is updated is returned.
        .onConflict((c) =>
          c.column('elementInstanceKey').doUpdateSet((e) => ({
            elementInstanceKey: e.ref('excluded.elementInstanceKey'),
          })),
        )
        .returningAll()
        .$castTo<Row>()
        .executeTakeFirstOrThrow();
      return withoutSequence(row);
    },

    async clock(elementInstanceKey) {
      const row = await stored()
        .where('elementInstanceKey', '=', elementInstanceKey)
        .executeTakeFirst();
      return row && withoutSequence(row);
    },

    async openClocks({ processInstanceKey, projectId }) {
      let query = stored().where('closedOn', 'is', null);
      if (processInstanceKey !== undefined) {
        query = query.where('processInstanceKey', '=', processInstanceKey);
      }
      if (projectId !== undefined) query = query.where('projectId', '=', projectId);
      return (await query.execute()).map(withoutSequence);
    },

    async ownerClocks(projectId) {
      const rows = await stored()
        .where('projectId', '=', projectId)
        .where('role', '=', 'owner')
        .where('limitDays', 'is not', null)
        .execute();
      return rows.map(withoutSequence);
    },

    async moveDeadline(elementInstanceKey, deadline, provisional) {
      await db
        .updateTable('clocks')
        .set({ deadline, provisional })
        .where('elementInstanceKey', '=', elementInstanceKey)
        .where('closedOn', 'is', null)
        .execute();
    },

    async closeClock(decision, { closedOn, used, reason }, mails = []) {
      const { elementInstanceKey } = decision;
      await withMessages(db, mails)
        .with('decided', () => keepDecision(db, decision))
        .with('dropped', () => dropMessagesAbout(db, [elementInstanceKey]))
        .updateTable('clocks')
        .set({ closedOn, used, closeReason: reason })
        .where('elementInstanceKey', '=', elementInstanceKey)
        .where('closedOn', 'is', null)
        .execute();
    },

    async countOpenTasks(assignees) {
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

type Row = StoredClock & { sequence: string };

function withoutSequence({ sequence: _sequence, ...clock }: Row): StoredClock {
  return clock;
}
