import { OUTCOMES, type Outcome, outcomeWord } from '../../law/outcomes.ts';
import type { StoredClock } from '../../records/index.ts';
import type { ClockVariable } from '../clock-variable.ts';
import type { Terms } from '../statutory-task.ts';
import type { Close } from './decision.ts';

/** `result_<elementId>`: what was entered, its outcome in Chinese, and who signed it when, or nothing but that it is void. */
export function resultOf({ verdict, body, signature }: Close): Record<string, unknown> {
  if (!verdict.valid) return { outcome: 'void' };
  const { signer, signedAt } = signature;
  return {
    ...verdict.entered,
    outcomeWord: outcomeWord(verdict.entered.outcome),
    ...{ body: body.name, signer, signedAt: signedAt.toISOString() },
  };
}

/**
 * `clock_<elementId>`, by what was entered; nothing where that was void. A limit given for each visit starts anew after
 * a visit that counted, never after a void one nor after one that asked for more time: the step goes on when that is
 * decided.
 */
export function clockAfter(
  { limitDays, usedBefore, extendedBy }: StoredClock,
  { eachVisit, handedBackOn }: Terms,
  entered: { outcome: Outcome; ground?: string | null | undefined } | undefined,
  used: number,
): ClockVariable {
  const then = entered ? OUTCOMES[entered.outcome].clock : 'runs-on';
  const ground = then === 'stops' ? entered?.ground : undefined;
  const anew = eachVisit && then !== 'runs-on';
  return {
    limit: limitDays,
    used: anew ? 0 : usedBefore + used,
    grounds: ground ? [...handedBackOn, ground] : handedBackOn,
    extension: anew ? 0 : extendedBy,
  };
}
