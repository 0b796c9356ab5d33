export { createCalendar } from './calendar.ts';
export { CalendarError, type CalendarErrorCode, type NoticeProblem } from './errors.ts';
export { packageNotices } from './package-notices.ts';
export { shanghaiDate, shanghaiTime } from './shanghai.ts';
export type { Calendar, DayKind, Deadline, Interval, IsoDate, TraceDay } from './types.ts';
