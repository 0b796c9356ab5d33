import type { Calendar, IsoDate } from '../calendar/index.ts';

const AMBER_WORKING_DAYS_BEFORE = 2;
const ESCALATE_ON_RED_DAY = 5;

/** What a clock shows on a day. `day` counts red working days, the deadline's own being the first. */
export type Lamp =
  | { colour: 'green' }
  | { colour: 'amber'; daysLeft: number }
  | { colour: 'red'; day: number; escalated: boolean };

/** The lamp of a deadline on a day, both Asia/Shanghai (requirements section 6). */
export function lampOn(today: IsoDate, deadline: IsoDate, calendar: Calendar): Lamp {
  if (today >= deadline) {
    const day = 1 + calendar.countWorkingDays(deadline, today);
    return { colour: 'red', day, escalated: day >= ESCALATE_ON_RED_DAY };
  }
  const daysLeft = calendar.countWorkingDays(today, deadline);
  return daysLeft <= AMBER_WORKING_DAYS_BEFORE
    ? { colour: 'amber', daysLeft }
    : { colour: 'green' };
}
