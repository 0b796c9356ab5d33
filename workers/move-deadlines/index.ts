import type { StoredClock } from '../../records/index.ts';
import { type Calendar, type IsoDate, shanghaiTime } from '../calendar/index.ts';
import type { Deps, JobContext } from '../handler.ts';

type World = Pick<Deps, 'records' | 'calendar'> & {
  changeDueDate: (task: JobContext, dueDate: string) => Promise<void>;
};

/** One clock whose deadline the new calendar moves. */
export type Move = { clock: StoredClock; from: IsoDate; to: IsoDate; provisional: boolean };

/** The open clocks a calendar sees differently than when they were opened; changes nothing. */
export function movesUnder(calendar: Calendar, clocks: StoredClock[]): Move[] {
  return clocks.flatMap((clock) => {
    const { deadline: from, limitDays, usedBefore, startedOn } = clock;
    if (from === null || limitDays === null) return [];
    const { deadline: to, provisional } = calendar.addWorkingDays(
      startedOn,
      Math.max(0, limitDays - usedBefore),
    );
    return to === from && provisional === clock.provisional ? [] : [{ clock, from, to, provisional }];
  });
}

/**
 * Moves the deadlines of open tasks after a holiday notice was loaded: first on the task's card, then in
 * the records, so that a crash between the two is repeated. The reminder timers already tick five
 * working days early and decide anew on each tick.
 */
export async function moveDeadlines({ records, calendar, changeDueDate }: World): Promise<Move[]> {
  const moves = movesUnder(calendar(), await records.openClocks({}));
  for (const { clock, to, provisional } of moves) {
    await changeDueDate({ ...clock, jobKey: '' }, shanghaiTime(to, '23:59:59'));
    await records.moveDeadline(clock.elementInstanceKey, to, provisional);
  }
  return moves;
}
