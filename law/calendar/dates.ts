import { CalendarError } from './errors.ts';
import type { IsoDate } from './types.ts';

const MILLISECONDS_A_DAY = 86_400_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01. Throws `bad-date` for anything that is no day, such as 2026-02-30. */
export function dayNumber(date: IsoDate): number {
  const number = numberOf(date);
  if (number === undefined) {
    throw new CalendarError(
      'bad-date',
      `“${date}”不是有效日期,请写成 2026-03-02 这样的“年-月-日”。`,
    );
  }
  return number;
}

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return numberOf(text) !== undefined;
}

/** The day that is `number` days after 1970-01-01. */
export function isoDate(number: number): IsoDate {
  return new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** 0 is Sunday, 6 Saturday. */
export function weekday(number: number): number {
  // 1970-01-01 was a Thursday.
  return (number + 4) % 7;
}

export function isWeekend(date: IsoDate): boolean {
  return weekday(dayNumber(date)) % 6 === 0;
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** The days from `from` to `to`, both inclusive. */
export function datesBetween(from: IsoDate, to: IsoDate): IsoDate[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, i) =>
    isoDate(first + i),
  );
}

// Only UTC is ever asked of Date, so the machine's own zone never matters.
function numberOf(text: string): number | undefined {
  const [, year, month, day] = FORM.exec(text) ?? [];
  const number = Date.UTC(Number(year), Number(month) - 1, Number(day)) / MILLISECONDS_A_DAY;
  // Date.UTC rolls 02-30 over to 03-02; only a real day comes back as it was written.
  return Number.isNaN(number) || isoDate(number) !== text ? undefined : number;
}
