import { type IsoDate, shanghaiDate, shanghaiTime } from '../calendar/index.ts';

const DAY_MS = 86_400_000;

/** When the reminders of a day tick and go out: 09:00 in Shanghai, ISO with the offset. */
export function reminderInstant(day: IsoDate): string {
  return shanghaiTime(day, '09:00:00');
}

/** The day after `now`, Asia/Shanghai. */
export function tomorrow(now: Date): IsoDate {
  return shanghaiDate(new Date(now.getTime() + DAY_MS));
}
