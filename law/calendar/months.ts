import { dayNumber, isoDate } from './dates.ts';
import { type DayIndex, FIRST_YEAR, LAST_YEAR, outOfRange } from './day-index.ts';
import { assertWholeNumber } from './errors.ts';
import type { Deadline, IsoDate } from './types.ts';

const MOST_MONTHS = (LAST_YEAR - FIRST_YEAR + 1) * 12;

/** See Calendar.addMonths. */
export function addMonths(index: DayIndex, start: IsoDate, months: number): Deadline {
  assertWholeNumber(months, '月数');
  index.position(start);
  // Beyond this a year would have more digits than a date can hold.
  if (months > MOST_MONTHS) throw outOfRange(`${months} 个月以后`);
  const due = index.position(sameDayLater(start, months));
  const last = index.workingPosition(index.workingBefore(due) + 1);
  return { deadline: index.day(last).date, provisional: index.anyProvisional(due, last) };
}

function sameDayLater(start: IsoDate, months: number): IsoDate {
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  const first = firstOfMonth(year, month + months);
  const lastOfMonth = dayNumber(firstOfMonth(year, month + months + 1)) - 1;
  return isoDate(Math.min(dayNumber(first) + day - 1, lastOfMonth));
}

/** `month` may run past 12 into later years. */
function firstOfMonth(year: number, month: number): IsoDate {
  const inYear = ((month - 1) % 12) + 1;
  return `${year + Math.floor((month - 1) / 12)}-${String(inYear).padStart(2, '0')}-01`;
}
