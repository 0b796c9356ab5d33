import type { Role } from './roles.ts';

/** What an outcome needs beside itself; each is the name of the variable that a form fills. */
export type Need = 'opinion' | 'ground' | 'extensionDays' | 'extensionDocument';

/** What an outcome does to the clock of its step: over, standing still until the file is back, or running on. */
export type ClockAfter = 'ends' | 'stops' | 'runs-on';

export type OutcomeFacts = {
  /** As forms and letters show it. */
  word: string;
  /** Who may choose it; nobody chooses a void one. */
  by: readonly Role[];
  needs: readonly Need[];
  clock: ClockAfter;
  /** What a body says in the joint review (Art. 20): asked again, its earlier word no longer counts. */
  isOpinion?: true;
  /** With it the project goes on as everybody hopes. */
  goesWell?: true;
};

const table = {
  approve: { word: '同意', by: ['reviewer'], needs: [], clock: 'ends', goesWell: true },
  // Nothing but a step's own grounds stops a statutory clock (Art. 25).
  return: { word: '退回', by: ['reviewer'], needs: ['opinion', 'ground'], clock: 'stops' },
  reject: { word: '不同意', by: ['reviewer'], needs: ['opinion'], clock: 'ends' },
  submit: { word: '已提交', by: ['reviewer', 'owner'], needs: [], clock: 'ends', goesWell: true },
  // Art. 27.
  extend: {
    ...{ word: '申请延期', by: ['owner'], clock: 'runs-on' },
    needs: ['opinion', 'extensionDays', 'extensionDocument'],
  },
  support: {
    ...{ word: '支持', by: ['reviewer'], needs: [], clock: 'ends' },
    ...{ isOpinion: true, goesWell: true },
  },
  'support-with-changes': {
    ...{ word: '修改后支持', by: ['reviewer'], needs: ['opinion'], clock: 'ends', isOpinion: true },
  },
  object: { word: '反对', by: ['reviewer'], needs: ['opinion'], clock: 'ends', isOpinion: true },
  continue: { word: '继续安排资金', by: ['reviewer'], needs: [], clock: 'ends', goesWell: true },
  withhold: { word: '不予安排资金', by: ['reviewer'], needs: ['opinion'], clock: 'ends' },
  void: { word: '签署无效', by: [], needs: [], clock: 'runs-on' },
} as const satisfies Record<string, OutcomeFacts>;

export type Outcome = keyof typeof table;

/** Every outcome of the contract (requirements, section 7), in the order in which all goes well first. */
export const OUTCOMES: Readonly<Record<Outcome, OutcomeFacts>> = table;

/** The outcomes that somebody can choose; `void` is none of them. */
export const CHOSEN = (Object.keys(OUTCOMES) as Outcome[]).filter(
  (outcome) => OUTCOMES[outcome].by.length > 0,
);

/** Whether the text is an outcome of the table. */
export function isOutcome(text: string): text is Outcome {
  return Object.hasOwn(OUTCOMES, text);
}

/** The outcome in Chinese; an unknown one is shown as it is. */
export function outcomeWord(outcome: string): string {
  return isOutcome(outcome) ? OUTCOMES[outcome].word : outcome;
}

/** Whether the outcome is a body's word in the joint review. */
export function isOpinion(outcome: string): boolean {
  return isOutcome(outcome) && OUTCOMES[outcome].isOpinion === true;
}

/** Whether the outcome cannot be given without this. */
export function isNeeded(need: Need, outcome: string): boolean {
  return isOutcome(outcome) && OUTCOMES[outcome].needs.includes(need);
}
