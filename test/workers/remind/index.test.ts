import { describe, expect, test } from '@jest/globals';
import { remind } from '../../../workers/remind/index.ts';
import { aClock, aClosing, aDecision, aProceeding } from '../../support/records.ts';
import { aJob, application } from '../support/builders.ts';
import { useDeps } from '../support/use-deps.ts';

const use = useDeps();
const tick = (job = aJob(), delayLimit = 30) =>
  remind.run({ projectId: 'JJSZ-2031-0001', application, delayLimit }, job, use.deps);
const due = (some = {}) =>
  use.records.openClock(
    aClock({
      projectId: 'JJSZ-2031-0001',
      assignee: 'data.zhang',
      startedOn: '2031-09-05',
      deadline: '2031-09-26',
      ...some,
    }),
  );
const ids = async () => (await use.mails()).map(({ id }) => id);

describe('reminders', () => {
  test('go out once a day, however often the timers tick', async () => {
    await due();
    use.at('2031-09-26T09:00:00+08:00');
    const job = aJob();
    await tick(job);
    await tick(job);
    use.at('2031-09-26T16:00:00+08:00');
    await tick();
    expect(await ids()).toHaveLength(1);

    use.at('2031-09-28T09:00:00+08:00');
    await tick();
    expect(await ids()).toHaveLength(2);
  });

  test('after a stop of several days there is one, for today', async () => {
    await due();
    use.at('2031-10-09T09:00:00+08:00');
    await tick();
    expect((await use.mails()).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('超期4个工作日'),
    ]);
  });

  /** Subjects of the mails a dispatcher would send at that time. */
  const dueAt = async (instant: string) =>
    (await use.records.takeDueMessages(new Date(instant), 9)).map(({ subject }) => subject);

  test('found before nine wait for nine', async () => {
    await due();
    use.at('2031-09-26T03:17:00+08:00');
    await tick();
    expect(await dueAt('2031-09-26T08:59:59+08:00')).toEqual([]);
    expect(await dueAt('2031-09-26T09:00:00+08:00')).toEqual([expect.stringContaining('今日到期')]);
  });

  test('of a timer that ticks in the afternoon go out at nine from the next working day on', async () => {
    await due();
    // Saturday, 27 September is off, Sunday is worked.
    for (const day of ['2031-09-26', '2031-09-27', '2031-09-28']) {
      use.at(`${day}T15:00:00+08:00`);
      await tick();
    }
    expect(await ids()).toEqual([
      'reminder-red-2251799813685301-2031-09-26',
      'reminder-red-2251799813685301-2031-09-28',
      'reminder-red-2251799813685301-2031-09-29',
    ]);
    expect(await dueAt('2031-09-28T09:00:00+08:00')).toHaveLength(2);
    expect(await dueAt('2031-09-29T09:00:00+08:00')).toEqual([
      expect.stringContaining('超期2个工作日'),
    ]);
  });

  test('are not sent once the step is over, nor for a project that has ended', async () => {
    const facts = { projectName: '智慧校园', applicantUnit: '市教育局', investment: '150' };
    const projectId = await use.records.openProject(aProceeding('ends'), 2032, facts);
    await due();
    await due({ elementInstanceKey: 'ending', projectId, proceeding: 'ends' });
    await due({ elementInstanceKey: 'open' });
    use.at('2031-09-26T03:00:00+08:00');
    await tick();
    await use.records.closeClock(
      aDecision({ elementInstanceKey: '2251799813685301' }),
      aClosing({ closedOn: '2031-09-26' }),
    );
    await use.records.endProceeding('ends', new Date());
    const at = new Date('2031-09-26T09:00:00+08:00');
    expect((await use.records.takeDueMessages(at, 9)).map(({ id }) => id)).toEqual([
      'reminder-red-open-2031-09-26',
    ]);
  });

  test('cover every open clock of the process instance, none of another or closed one', async () => {
    await due({ elementInstanceKey: '1' });
    await due({ elementInstanceKey: '2' });
    await due({ elementInstanceKey: '3', processInstanceKey: '99' });
    await due({ elementInstanceKey: '4' });
    await use.records.closeClock(
      aDecision({ elementInstanceKey: '4' }),
      aClosing({ closedOn: '2031-09-20', used: 10 }),
    );
    use.at('2031-09-24T09:00:00+08:00');
    await tick();
    expect((await ids()).sort()).toEqual([
      'reminder-amber-1-2031-09-26',
      'reminder-amber-2-2031-09-26',
    ]);
  });
});

describe("the owner's delay", () => {
  const overdue = () => due({ role: 'owner', assignee: 'school.tang', body: '市教育局' });

  test('is counted in working days; a reviewer adds none', async () => {
    await overdue();
    await due({ elementInstanceKey: '2' });
    use.at('2031-10-09T09:00:00+08:00');
    expect(await tick()).toEqual({ ownerDelay: 4, delayReferral: false });
  });

  test('is referred on the day the account is full, not the day before', async () => {
    await overdue();
    use.at('2031-09-30T09:00:00+08:00');
    expect(await tick(aJob(), 4)).toEqual({ ownerDelay: 3, delayReferral: false });
    use.at('2031-10-09T09:00:00+08:00');
    expect(await tick(aJob(), 4)).toEqual({ ownerDelay: 4, delayReferral: true });
  });

  test('is referred by one job alone, which says so again when it runs twice', async () => {
    await overdue();
    use.at('2031-10-09T09:00:00+08:00');
    const job = aJob();
    expect(await tick(job, 4)).toMatchObject({ delayReferral: true });
    expect(await tick(job, 4)).toMatchObject({ delayReferral: true });
    expect(await tick(aJob(), 4)).toMatchObject({ delayReferral: false });
  });

  test('is referred again when the account has filled a second time', async () => {
    await overdue();
    use.at('2031-09-29T09:00:00+08:00');
    expect(await tick(aJob(), 2)).toEqual({ ownerDelay: 2, delayReferral: true });
    use.at('2031-09-30T09:00:00+08:00');
    expect(await tick(aJob(), 2)).toEqual({ ownerDelay: 3, delayReferral: false });
    use.at('2031-10-09T09:00:00+08:00');
    expect(await tick(aJob(), 2)).toEqual({ ownerDelay: 4, delayReferral: true });
  });
});
