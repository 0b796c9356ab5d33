import { describe, expect, test } from '@jest/globals';
import { aClock, aClosing, aDecision, aMessage, aScope } from '../support/records.ts';
import { useRecords } from '../support/use-records.ts';

const use = useRecords();

describe('openClock', () => {
  test('gives back what was stored, days as strings and nested keys untouched', async () => {
    const clock = aClock({ answer: { clock: { remindFrom: '2026-03-16' }, due_date: 'x' } });
    const stored = await use.records.openClock(clock);
    expect(stored).toEqual({ ...clock, closeReason: null });
    expect(await use.records.clock(clock.elementInstanceKey)).toEqual(stored);
  });

  test('keeps an untimed clock with its nulls', async () => {
    const clock = aClock({ elementInstanceKey: 'untimed', limitDays: null, deadline: null });
    expect(await use.records.openClock(clock)).toMatchObject({ limitDays: null, deadline: null });
  });

  test('when the job runs twice, the first clock stands', async () => {
    await use.records.openClock(aClock({ elementInstanceKey: 'twice' }));
    const second = await use.records.openClock(
      aClock({ elementInstanceKey: 'twice', assignee: 'someone.else', deadline: '2030-01-01' }),
    );
    expect(second).toMatchObject({ assignee: 'shuju.zhang', deadline: '2026-03-23' });
  });

  test('when two run at once, both are told the same clock', async () => {
    const told = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        use.records.openClock(aClock({ elementInstanceKey: 'race', assignee: `person.${i}` })),
      ),
    );
    expect(new Set(told.map((clock) => clock.assignee)).size).toBe(1);
  });

  test('an unknown visit has no clock', async () => {
    expect(await use.records.clock('nowhere')).toBeUndefined();
  });
});

describe('mails beside a clock', () => {
  const mailsOf = async (projectId: string) => {
    const { rows } = await use.sql.query('select id from messages where project_id = $1', [
      projectId,
    ]);
    return rows.map(({ id }) => id).sort();
  };

  test('are put into the outbox once, when it is opened and when it is closed', async () => {
    const of = { projectId: 'mailed', elementInstanceKey: 'mailed' };
    const mail = (id: string) => [aMessage({ id, projectId: 'mailed' })];
    for (const _again of [1, 2]) await use.records.openClock(aClock(of), mail('opened'));
    for (const _again of [1, 2]) {
      await use.records.closeClock(aDecision(of), aClosing(), mail('closed'));
    }
    expect(await mailsOf('mailed')).toEqual(['closed', 'opened']);
  });

  test('are kept together with it or not at all', async () => {
    const of = { projectId: 'refused', elementInstanceKey: 'refused' };
    const refused = aMessage({ projectId: 'refused', to: null as never });
    await expect(use.records.openClock(aClock(of), [refused])).rejects.toThrow('null value');
    expect(await use.records.clock('refused')).toBeUndefined();
    await use.records.openClock(aClock(of));
    await expect(use.records.closeClock(aDecision(of), aClosing(), [refused])).rejects.toThrow();
    expect(await use.records.clock('refused')).toMatchObject({ closedOn: null });
    expect((await use.records.past(aScope('refused'))).history).toEqual([]);
  });
});

describe('closeClock and moveDeadline', () => {
  test('the first close stands, however often it is repeated', async () => {
    await use.records.openClock(aClock({ elementInstanceKey: 'close' }));
    await use.records.closeClock(aDecision({ elementInstanceKey: 'close' }), aClosing());
    await Promise.all([
      use.records.closeClock(aDecision({ elementInstanceKey: 'close' }), {
        closedOn: '2026-03-11',
        used: 7,
        reason: 'void',
      }),
      use.records.closeClock(aDecision({ elementInstanceKey: 'close' }), {
        closedOn: '2026-03-12',
        used: 8,
        reason: 'ended',
      }),
    ]);
    expect(await use.records.clock('close')).toMatchObject({
      closedOn: '2026-03-10',
      used: 6,
      closeReason: 'completed',
    });
  });

  test('moves the deadline of an open clock only', async () => {
    await use.records.openClock(aClock({ elementInstanceKey: 'move' }));
    await use.records.moveDeadline('move', '2026-03-25', true);
    expect(await use.records.clock('move')).toMatchObject({
      deadline: '2026-03-25',
      provisional: true,
    });
    await use.records.closeClock(aDecision({ elementInstanceKey: 'move' }), aClosing());
    await use.records.moveDeadline('move', '2026-04-01', false);
    expect(await use.records.clock('move')).toMatchObject({
      deadline: '2026-03-25',
      provisional: true,
    });
  });
});

describe('lists', () => {
  test('open clocks by process instance, by project and all, in the order they were opened', async () => {
    const at = { projectId: 'list', processInstanceKey: 'pi-1' };
    await use.records.openClock(aClock({ ...at, elementInstanceKey: 'l-2' }));
    await use.records.openClock(
      aClock({ ...at, elementInstanceKey: 'l-1', processInstanceKey: 'pi-2' }),
    );
    await use.records.openClock(aClock({ ...at, elementInstanceKey: 'l-3' }));
    await use.records.closeClock(aDecision({ elementInstanceKey: 'l-3' }), aClosing());
    const keys = (clocks: { elementInstanceKey: string }[]) =>
      clocks.map((c) => c.elementInstanceKey);
    expect(keys(await use.records.openClocks({ projectId: 'list' }))).toEqual(['l-2', 'l-1']);
    expect(keys(await use.records.openClocks({ processInstanceKey: 'pi-2' }))).toEqual(['l-1']);
    expect(
      keys(await use.records.openClocks({ projectId: 'list', processInstanceKey: 'pi-1' })),
    ).toEqual(['l-2']);
    expect(keys(await use.records.openClocks({}))).toEqual(
      expect.arrayContaining(['l-2', 'l-1', 'untimed']),
    );
    expect(keys(await use.records.openClocks({}))).not.toContain('l-3');
  });

  test("an owner's clocks are the timed ones, open and closed", async () => {
    const owner = { projectId: 'owners', role: 'owner' } as const;
    await use.records.openClock(aClock({ ...owner, elementInstanceKey: 'o-open' }));
    await use.records.openClock(aClock({ ...owner, elementInstanceKey: 'o-closed' }));
    await use.records.closeClock(aDecision({ elementInstanceKey: 'o-closed' }), aClosing());
    await use.records.openClock(
      aClock({ ...owner, elementInstanceKey: 'o-untimed', limitDays: null }),
    );
    await use.records.openClock(
      aClock({ ...owner, elementInstanceKey: 'o-reviewer', role: 'reviewer' }),
    );
    const clocks = await use.records.ownerClocks(aScope('owners'));
    expect(clocks.map((clock) => clock.elementInstanceKey)).toEqual(['o-open', 'o-closed']);
  });

  test('counts the open tasks of each person it is asked about', async () => {
    await use.records.openClock(aClock({ elementInstanceKey: 'n-1', assignee: 'counted' }));
    await use.records.openClock(aClock({ elementInstanceKey: 'n-2', assignee: 'counted' }));
    await use.records.openClock(aClock({ elementInstanceKey: 'n-3', assignee: 'counted' }));
    await use.records.openClock(aClock({ elementInstanceKey: 'n-4', assignee: 'finished' }));
    await use.records.closeClock(aDecision({ elementInstanceKey: 'n-3' }), aClosing());
    await use.records.closeClock(
      aDecision({ elementInstanceKey: 'n-4' }),
      aClosing({ reason: 'void' }),
    );
    expect(await use.records.countOpenTasks(['counted', 'finished', 'new'])).toEqual(
      new Map([
        ['counted', 2],
        ['finished', 0],
        ['new', 0],
      ]),
    );
    expect(await use.records.countOpenTasks([])).toEqual(new Map());
  });
});
