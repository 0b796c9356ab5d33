import { type IsoDate, shanghaiTime } from '../calendar/index.ts';

export const DAY_MS = 86_400_000;

/** When the reminders of a day go out: 09:00 in Shanghai. */
export function reminderTime(day: IsoDate): Date {
  return new Date(shanghaiTime(day, '09:00:00'));
}
