import type { Logger } from 'pino';
import type { ShownClock, TaskKeys } from '../../engine/job.ts';
import type { Calendar, IsoDate } from '../../law/calendar/index.ts';
import { remainingDays } from '../../law/clock/start-clock.ts';
import type { StoredClock } from '../../records/index.ts';
import type { Deps } from '../handler.ts';
import { clockForTask } from '../open-task/clock-for-task.ts';

type World = Pick<Deps, 'records' | 'calendar' | 'now'> & {
  changeClock: (task: TaskKeys, shown: ShownClock) => Promise<void>;
  log: Pick<Logger, 'info' | 'warn'>;
};

/** One clock whose deadline the new calendar moves. */
export type Move = { clock: StoredClock; from: IsoDate; to: IsoDate; provisional: boolean };

/** The open clocks a calendar sees differently than when they were opened; changes nothing. */
export function movesUnder(calendar: Calendar, clocks: StoredClock[]): Move[] {
  return clocks.flatMap((clock) => {
    const { deadline: from, limitDays, usedBefore, extendedBy, startedOn } = clock;
    if (from === null || limitDays === null) return [];
    const { deadline: to, provisional } = calendar.addWorkingDays(
      startedOn,
      remainingDays({ limitDays, usedBefore, extendedBy }),
    );
    return to === from && provisional === clock.provisional
      ? []
      : [{ clock, from, to, provisional }];
  });
}

/**
 * Moves the deadlines of open tasks after a holiday notice was loaded: first on the task's card and
 * form, then in the records, so that a crash between the two is repeated. The reminder timers already tick five
 * working days early and decide anew on each tick. One that cannot be moved does not hold up the others.
 *
 * @throws Error when some could not be moved; doing it again moves those
 */
export async function moveDeadlines(world: World): Promise<void> {
  const moves = movesUnder(world.calendar(), await world.records.openClocks({}));
  const failures: unknown[] = [];
  for (const change of moves) await move(change, world).catch((error) => failures.push(error));
  if (failures.length > 0) {
    throw new AggregateError(failures, `${failures.length} of ${moves.length} deadlines not moved`);
  }
}

async function move(
  { clock, from, to, provisional }: Move,
  { records, calendar, now, changeClock, log }: World,
): Promise<void> {
  const moved = { ...clock, deadline: to, provisional };
  await changeClock(clock, clockForTask(moved, await now(), calendar()));
  await records.moveDeadline(clock.elementInstanceKey, to, provisional);
  log.info({ projectId: clock.projectId, elementId: clock.elementId, from, to }, 'deadline moved');
}
