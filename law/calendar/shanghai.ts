import { dayNumber } from './dates.ts';
import { CalendarError } from './errors.ts';
import type { IsoDate } from './types.ts';

// China has kept UTC+8 without summer time since 1991, long before the calendar's first year.
const OFFSET_MILLISECONDS = 8 * 3_600_000;
const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/** The day it is in Asia/Shanghai at that instant. */
export function shanghaiDate(instant: Date): IsoDate {
  if (Number.isNaN(instant.getTime())) {
    throw new CalendarError('bad-date', '时刻无效,无法换算成日期。');
  }
  return new Date(instant.getTime() + OFFSET_MILLISECONDS).toISOString().slice(0, 10);
}

/** That time of that day in Asia/Shanghai as an ISO instant: `2026-10-09T09:00:00+08:00`. */
export function shanghaiTime(date: IsoDate, time: string): string {
  dayNumber(date);
  if (!TIME.test(time)) {
    throw new CalendarError('bad-date', `“${time}”不是有效时间,请写成 09:00:00 这样的“时:分:秒”。`);
  }
  return `${date}T${time}+08:00`;
}
