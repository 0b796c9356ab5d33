import { addWorkingDays, countWorkingDays, subtractWorkingDays } from './counting.ts';
import { createDayIndex } from './day-index.ts';
import { explain } from './explain.ts';
import { addMonths } from './months.ts';
import type { Notices } from './notice.ts';
import type { Calendar } from './types.ts';
import { yearDays } from './year-days.ts';

/** A calendar over these notices; a year without one is provisional. */
export function createCalendar(notices: Notices): Calendar {
  const index = createDayIndex((year) => yearDays(year, notices));
  const day = (date: string) => index.day(index.position(date));
  return {
    isWorkingDay: (date) => day(date).counted,
    isProvisional: (date) => day(date).provisional,
    addWorkingDays: (start, days, excluded = []) => addWorkingDays(index, start, days, excluded),
    subtractWorkingDays: (date, days) => subtractWorkingDays(index, date, days),
    countWorkingDays: (after, until) => countWorkingDays(index, after, until),
    addMonths: (start, months) => addMonths(index, start, months),
    explain: (start, until, excluded = []) => explain(index, start, until, excluded),
  };
}
