import { type Calendar, type IsoDate, shanghaiDate, shanghaiTime } from '../calendar/index.ts';
import type { StatutoryTask } from '../statutory-task.ts';
import { clockText } from './clock-text.ts';

// Early enough that a deadline moved by a new holiday notice needs no new timer.
const REMIND_WORKING_DAYS_BEFORE = 5;
const REMIND_AT = '09:00:00';
const DAY_ENDS_AT = '23:59:59';

export type StartedClock = {
  startedOn: IsoDate;
  deadline: IsoDate | null;
  provisional: boolean;
  /** The end of the deadline's day as an ISO instant, null for an untimed task. */
  dueDate: string | null;
  /** The task-local variable `clock`, read by the form and by the reminder's timer. */
  variable: Record<string, unknown>;
};

/**
 * Starts the clock of one visit with what earlier visits left of the limit.
 * The day of opening is not counted; the deadline is the end of the last counted working day.
 */
export function startClock(
  task: Pick<StatutoryTask, 'limitDays' | 'article'>,
  usedBefore: number,
  openedAt: Date,
  calendar: Calendar,
): StartedClock {
  const startedOn = shanghaiDate(openedAt);
  const { limitDays, article } = task;
  if (limitDays === null) {
    const variable = { limit: null, text: clockText({ article }) };
    return { startedOn, deadline: null, provisional: false, dueDate: null, variable };
  }
  const remaining = Math.max(0, limitDays - usedBefore);
  const { deadline, provisional } = calendar.addWorkingDays(startedOn, remaining);
  return {
    startedOn,
    deadline,
    provisional,
    dueDate: shanghaiTime(deadline, DAY_ENDS_AT),
    variable: {
      limit: limitDays,
      used: usedBefore,
      remaining,
      deadline,
      provisional,
      remindFrom: remindFrom(deadline, openedAt, calendar),
      text: clockText({ article, limitDays, usedBefore, deadline, provisional }),
    },
  };
}

/** A future instant: a timer cycle whose start is past waits a whole period (camunda/camunda#38987). */
function remindFrom(deadline: IsoDate, now: Date, calendar: Calendar): string {
  const wished = shanghaiTime(
    calendar.subtractWorkingDays(deadline, REMIND_WORKING_DAYS_BEFORE),
    REMIND_AT,
  );
  if (new Date(wished) > now) return wished;
  const today = shanghaiTime(shanghaiDate(now), REMIND_AT);
  if (new Date(today) > now) return today;
  return shanghaiTime(shanghaiDate(new Date(now.getTime() + 86_400_000)), REMIND_AT);
}
