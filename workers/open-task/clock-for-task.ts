import type { Calendar } from '../../law/calendar/index.ts';
import { clockText } from '../../law/clock/clock-text.ts';
import { dueDateOf } from '../../law/clock/due-date.ts';
import { remindFrom } from '../../law/clock/remind-from.ts';
import { remainingDays } from '../../law/clock/start-clock.ts';

type Clock = Parameters<typeof clockText>[0];

/**
 * The task-local variables `dueDate` (null for an untimed step) and `clock`, read by the card, the form and
 * the reminder's timer. Days are working days.
 */
export function clockForTask(clock: Clock, now: Date, calendar: Calendar) {
  const { limitDays: limit, usedBefore: used, extendedBy, deadline, provisional } = clock;
  const text = clockText(clock);
  if (limit === null || deadline === null) return { dueDate: null, clock: { limit: null, text } };
  return {
    dueDate: dueDateOf(deadline),
    clock: {
      limit,
      used,
      extension: extendedBy,
      remaining: remainingDays({ limitDays: limit, usedBefore: used, extendedBy }),
      deadline,
      provisional,
      remindFrom: remindFrom(deadline, now, calendar),
      text,
    },
  };
}
