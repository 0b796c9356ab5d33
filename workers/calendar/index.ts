import { createCalendar } from './calendar.ts';
import { noticesInFolder } from './notice-folder.ts';
import { packageNotices } from './package-notices.ts';
import type { Calendar } from './types.ts';

export { CalendarError, type CalendarErrorCode, type NoticeProblem } from './errors.ts';
export { shanghaiDate, shanghaiTime } from './shanghai.ts';
export type { Calendar, DayKind, Deadline, Interval, IsoDate, TraceDay } from './types.ts';

/**
 * The working-day calendar of Asia/Shanghai: the notices known to chinese-days, and on top the
 * files `<year>.yaml` of the folder, each replacing its year's notice whole (format: see
 * notice-folder.ts). Years without either are provisional.
 *
 * @throws CalendarError `bad-notice` with every problem of the folder's files.
 */
export function loadCalendar(holidayFolder: string): Calendar {
  return createCalendar(new Map([...packageNotices(), ...noticesInFolder(holidayFolder)]));
}
