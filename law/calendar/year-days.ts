import { datesBetween, isWeekend } from './dates.ts';
import type { NoticeDay, Notices } from './notice.ts';
import { statutoryHolidays } from './statutory.ts';
import type { IsoDate, TraceDay } from './types.ts';

/** A day before any stop is laid over it. */
export type CalendarDay = Readonly<TraceDay>;

/**
 * Every day of a year. Without its notice the statutory holidays and weekends are off and every
 * day is provisional. The next year's notice may change the last days of this one.
 */
export function yearDays(year: number, notices: Notices): CalendarDay[] {
  const own = notices.get(year)?.days;
  const named = own ?? provisionalDays(year);
  const next = notices.get(year + 1)?.days;
  return datesBetween(`${year}-01-01`, `${year}-12-31`).map((date) =>
    calendarDay(date, own === undefined, next?.get(date) ?? named.get(date)),
  );
}

function provisionalDays(year: number): Map<IsoDate, NoticeDay> {
  return new Map(
    [...statutoryHolidays(year)].map(([date, name]) => [date, { works: false, name }]),
  );
}

function calendarDay(date: IsoDate, provisional: boolean, noted?: NoticeDay): CalendarDay {
  const rests = isWeekend(date);
  if (!noted) {
    return { date, kind: rests ? 'weekend' : 'workday', counted: !rests, provisional };
  }
  const worked = rests ? 'make-up' : 'workday';
  const name = noted.name === undefined ? {} : { name: noted.name };
  return {
    date,
    kind: noted.works ? worked : 'holiday',
    counted: noted.works,
    provisional,
    ...name,
  };
}
