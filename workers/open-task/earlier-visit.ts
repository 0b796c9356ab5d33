import { isOutcome } from '../../law/outcomes.ts';
import type { EarlierVisit } from '../../records/index.ts';
import { clockAfter } from '../close-task/result.ts';
import { termsSchema } from '../statutory-task.ts';

/** What earlier visits have left to a step, as the records have it. Days are working days. */
export type Left = {
  used: number;
  extension: number;
  handedBackOn: string[];
  /** Whether the last visit asked for more time. */
  askedForTime: boolean;
};

/** Of a step that was never open before nothing is used. */
export function leftBy(visit: EarlierVisit | undefined): Left {
  const terms = termsSchema.safeParse(visit?.clock.answer.terms);
  if (!visit || !terms.success) {
    return { used: 0, extension: 0, handedBackOn: [], askedForTime: false };
  }
  const { clock, decision } = visit;
  const chosen =
    decision && isOutcome(decision.outcome)
      ? { outcome: decision.outcome, ground: decision.ground }
      : undefined;
  const { used, extension, grounds } = clockAfter(clock, terms.data, chosen, clock.used ?? 0);
  return { used, extension, handedBackOn: grounds, askedForTime: chosen?.outcome === 'extend' };
}
