/** A day in Asia/Shanghai, `YYYY-MM-DD`. */
export type IsoDate = string;

/** Days from `from` to `to`, both ends inclusive. */
export type Interval = { from: IsoDate; to: IsoDate };

/** `stopped` wins over the others: the clock stands still whatever the day would have been. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'make-up' | 'stopped';

export type TraceDay = {
  date: IsoDate;
  kind: DayKind;
  /** Whether the day counts towards a limit. */
  counted: boolean;
  /** Whether the year's holiday notice is still missing. */
  provisional: boolean;
  /** The holiday the day belongs to, also on its make-up days. */
  name?: string;
};

/** Where a count ends; `provisional` when any day it ran over has no holiday notice yet. */
export type Deadline = { deadline: IsoDate; provisional: boolean };

/** Working days of Asia/Shanghai. Every method throws CalendarError on bad or uncovered dates. */
export interface Calendar {
  isWorkingDay(date: IsoDate): boolean;

  /** Whether the date's year has no holiday notice yet (requirements: 暂定). */
  isProvisional(date: IsoDate): boolean;

  /**
   * The end of a limit of `days` working days. The start day is not counted; days inside `excluded`
   * (a union, overlaps count once) are not counted either. With 0 days: the start if it counts,
   * else the next counted day.
   */
  addWorkingDays(start: IsoDate, days: number, excluded?: readonly Interval[]): Deadline;

  /** The `days`-th working day before `date`. With 0 days: `date` if it is one, else the last. */
  subtractWorkingDays(date: IsoDate, days: number): IsoDate;

  /** Working days after `after` up to and including `until`; 0 when `until` is not later. */
  countWorkingDays(after: IsoDate, until: IsoDate): number;

  /**
   * Calendar months (民法典 202): the same day of the month, or the month's last day where it has
   * none; a rest day moves on to the next working day (民法典 203).
   */
  addMonths(start: IsoDate, months: number): Deadline;

  /** Every day after `start` up to and including `until`, and why it counts or does not. */
  explain(start: IsoDate, until: IsoDate, excluded?: readonly Interval[]): TraceDay[];
}
