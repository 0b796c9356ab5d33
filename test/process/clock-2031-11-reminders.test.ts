import { beforeAll, describe, expect, test } from '@jest/globals';
import type { StoredClock } from '../../records/index.ts';
import { anApplication } from './support/application.ts';
import { moveTo } from './support/clock.ts';
import type { Mail } from './support/mail.ts';
import { fileAt, type Project } from './support/project.ts';
import { remindersOf, ticked } from './support/reminders.ts';
import { useWorld } from './support/use-world.ts';

// November 2031 has no holiday: the 3rd, 10th, 17th and 24th are Mondays. A technical review has 15 working days.
const EMAIL: Record<string, string> = {
  'shuju.zhang': 'zhang.huimin@jiujiang.example',
  'shuju.liu': 'liu.zihan@jiujiang.example',
};
const SUPERVISOR = 'xu.zhengyang@jiujiang.example';
const OFFICE = 'bangong@jiujiang.example';

const world = useWorld();
let dueMonday: Watched;
let dueTuesday: Watched;

beforeAll(async () => {
  await moveTo(world, '2031-11-03', '10:00');
  dueMonday = await watch(await fileAt(world, 'Call_ApprovalSmall', anApplication()), '2031-11-24');
  await moveTo(world, '2031-11-04', '10:00');
  dueTuesday = await watch(
    await fileAt(world, 'Call_ApprovalSmall', anApplication()),
    '2031-11-25',
  );
});

describe('before the deadline', () => {
  test('sends nothing three working days before', async () => {
    await tick('2031-11-19', '09:01');
    expect(await dueMonday.news()).toEqual([]);
  });

  test('sends amber two working days before, to the one who has the task', async () => {
    await tick('2031-11-20', '09:01');
    expect(await dueMonday.news()).toEqual([
      expect.objectContaining({ purpose: 'reminder-amber', to: [dueMonday.assignee], cc: [] }),
    ]);
    expect(await dueTuesday.news()).toEqual([]);
  });

  test('sends none on a rest day, though the amber of the Friday before was missed', async () => {
    await tick('2031-11-22', '09:01');
    expect(await dueTuesday.news()).toEqual([]);
    expect(await dueMonday.news()).toEqual([]);
  });
});

describe('from the deadline on', () => {
  test('sends red on the deadline, with a copy to the supervisor; a missed amber is made good', async () => {
    await tick('2031-11-24', '08:30');
    expect(await dueMonday.news()).toEqual([red(dueMonday, [SUPERVISOR])]);
    expect(await dueTuesday.news()).toEqual([
      expect.objectContaining({ purpose: 'reminder-amber' }),
    ]);
  });

  test('sends none at the second tick of a day', async () => {
    await tick('2031-11-24', '09:01', 2);
    expect(await dueMonday.news()).toEqual([]);
    expect(await dueTuesday.news()).toEqual([]);
  });

  test('sends red again on the next working day', async () => {
    await tick('2031-11-25', '09:01');
    expect(await dueMonday.news()).toEqual([red(dueMonday, [SUPERVISOR])]);
    expect(await dueTuesday.news()).toEqual([red(dueTuesday, [SUPERVISOR])]);
  });

  test('sends one red after a stop of several days, copied to the office on the fifth red day, not on the fourth', async () => {
    await tick('2031-11-28', '09:01');
    expect(await dueMonday.news()).toEqual([red(dueMonday, [SUPERVISOR, OFFICE])]);
    expect(await dueTuesday.news()).toEqual([red(dueTuesday, [SUPERVISOR])]);
  });

  test('sends none on a rest day', async () => {
    await tick('2031-11-29', '09:01');
    expect(await dueMonday.news()).toEqual([]);
    expect(await dueTuesday.news()).toEqual([]);
  });

  test('sends red and escalates on the working day after the rest days', async () => {
    await tick('2031-12-01', '09:01');
    expect(await dueMonday.news()).toEqual([red(dueMonday, [SUPERVISOR, OFFICE])]);
    expect(await dueTuesday.news()).toEqual([red(dueTuesday, [SUPERVISOR, OFFICE])]);
  });
});

/** A project whose reminders are looked at day by day. */
type Watched = { clock: StoredClock; assignee: string | undefined; news: () => Promise<Mail[]> };

async function watch(project: Project, deadline: string): Promise<Watched> {
  const clock = await project.shown('Task_TechnicalReview');
  expect(clock.deadline).toBe(deadline);
  const id = await project.id();
  let seen = 0;
  const news = async () => {
    const all = await remindersOf(world, id);
    const fresh = all.slice(seen);
    seen = all.length;
    return fresh;
  };
  return { clock, assignee: EMAIL[clock.assignee], news };
}

/** Moves the clock and waits until both timers' jobs of that day are done. */
async function tick(day: string, time: string, times = 1): Promise<void> {
  await moveTo(world, day, time);
  await Promise.all([dueMonday, dueTuesday].map(({ clock }) => ticked(world, clock, day, times)));
}

function red({ assignee }: Watched, cc: string[]) {
  return expect.objectContaining({ purpose: 'reminder-red', to: [assignee], cc });
}
