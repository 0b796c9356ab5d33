/** The scenario cannot go on at one place; the Chinese sentence says why. Other branches go on. */
export class Stuck extends Error {
  override name = 'Stuck';
}

export type ScenarioCode = 'bad-application' | 'bad-choice' | 'unreadable-content';

/** The scenario as a whole cannot be played. The Chinese sentence says what to do. */
export class ScenarioError extends Error {
  override name = 'ScenarioError';
  readonly code: ScenarioCode;
  /** Which of the choices it is about, counted from 0. */
  readonly choice: number | undefined;

  constructor(code: ScenarioCode, message: string, choice?: number) {
    super(message);
    this.code = code;
    this.choice = choice;
  }
}
