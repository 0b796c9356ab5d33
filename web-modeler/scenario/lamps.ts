import type { Calendar, IsoDate } from '../../law/calendar/index.ts';
import { lampOn } from '../../law/clock/lamp.ts';

export type Turn = { on: IsoDate; lamp: 'amber' | 'red' };

type Clock = { openedOn: IsoDate; deadline: IsoDate | null; closedOn: IsoDate | null };

/**
 * The days on which the lamp of a visit turns amber and red, as the workers tick: at nine, on working days, from the
 * day after it was opened. Of a visit that is over those up to the day it was closed, which is closed after nine.
 */
export function lampsOf({ openedOn, deadline, closedOn }: Clock, calendar: Calendar): Turn[] {
  if (deadline === null) return [];
  const turns: Turn[] = [];
  // The first working day from the deadline on that is not the day of opening.
  const red = deadline > openedOn ? deadline : nextWorkingDay(openedOn, calendar);
  for (
    let day = nextWorkingDay(openedOn, calendar);
    day <= red && (closedOn === null || day <= closedOn);
    day = nextWorkingDay(day, calendar)
  ) {
    const { colour } = lampOn(day, deadline, calendar);
    if (colour !== 'green' && turns.at(-1)?.lamp !== colour) turns.push({ on: day, lamp: colour });
  }
  return turns;
}

function nextWorkingDay(day: IsoDate, calendar: Calendar): IsoDate {
  return calendar.addWorkingDays(day, 1).deadline;
}
