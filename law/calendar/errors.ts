export type CalendarErrorCode =
  | 'bad-date'
  | 'bad-interval'
  | 'bad-number'
  | 'out-of-range'
  | 'bad-notice';

/** One thing wrong in a holiday file: where (`2027.yaml: off[2].to`) and what, in Chinese. */
export type NoticeProblem = { path: string; message: string };

/** What the calendar refuses. The message is Chinese and says what to do; the code is for programs. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
  readonly code: CalendarErrorCode;
  /** All problems at once, for `bad-notice`; empty otherwise. */
  readonly problems: readonly NoticeProblem[];

  constructor(code: CalendarErrorCode, message: string, problems: readonly NoticeProblem[] = []) {
    super(message);
    this.code = code;
    this.problems = problems;
  }
}

/** Throws `bad-number` unless `value` is a whole number ≥ 0. `what` names it, in Chinese. */
export function assertWholeNumber(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new CalendarError('bad-number', `${what}应为不小于 0 的整数,收到的是 ${value}。`);
  }
}
