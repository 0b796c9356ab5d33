import type { StoredClock } from '../../records/index.ts';
import type { Calendar, IsoDate } from '../calendar/index.ts';

/**
 * Working days by which the applicant's and owner's own steps have run over, all visits together
 * (Art. 27). Counted from the stored clocks, so a tick missed or repeated changes nothing.
 */
export function ownerDelay(clocks: StoredClock[], today: IsoDate, calendar: Calendar): number {
  return clocks.reduce(
    (days, { deadline, closedOn }) =>
      deadline === null ? days : days + calendar.countWorkingDays(deadline, closedOn ?? today),
    0,
  );
}
