import type { Calendar, IsoDate } from '../calendar/index.ts';

/** What counts of one visit to a step; days are Asia/Shanghai, counts working days. */
export type OwnerVisit = {
  processInstanceKey: string;
  elementId: string;
  deadline: IsoDate | null;
  closedOn: IsoDate | null;
  usedBefore: number;
  extendedBy: number;
};

/**
 * Working days by which the applicant's and owner's own steps have run over, all visits together
 * (Art. 27). Counted from the stored clocks, so a tick missed or repeated changes nothing.
 * An extension granted after the deadline takes back the days it covers: they are used up of the
 * longer limit and must not count twice.
 */
export function ownerDelay(clocks: OwnerVisit[], today: IsoDate, calendar: Calendar): number {
  const visits = new Map<string, OwnerVisit[]>();
  for (const clock of clocks) {
    const step = `${clock.processInstanceKey}/${clock.elementId}`;
    visits.set(step, [...(visits.get(step) ?? []), clock]);
  }
  return [...visits.values()].reduce((days, some) => days + delayOf(some, today, calendar), 0);
}

/** The delay of one step; its visits oldest first. */
function delayOf(visits: OwnerVisit[], today: IsoDate, calendar: Calendar): number {
  /** Of limits that are over, and of the one that runs. */
  let settled = 0;
  let days = 0;
  let extended = 0;
  for (const { deadline, closedOn, usedBefore, extendedBy } of visits) {
    if (deadline === null) continue;
    if (usedBefore === 0) {
      settled += days;
      days = 0;
      extended = 0;
    }
    days = Math.max(0, days - Math.max(0, extendedBy - extended));
    days += calendar.countWorkingDays(deadline, closedOn ?? today);
    extended = extendedBy;
  }
  return settled + days;
}
