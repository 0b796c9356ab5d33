import { OUTCOMES, outcomeWord } from '../../law/outcomes.ts';
import type { StoredClock } from '../../records/index.ts';
import type { ClockVariable } from '../clock-variable.ts';
import type { Terms } from '../statutory-task.ts';
import type { Close } from './decision.ts';
import type { Verdict } from './verdict.ts';

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
 * `clock_<elementId>`. A limit given for each visit starts anew after a visit that counted, never after a void one
 * nor after one that asked for more time: the step goes on when that is decided.
 */
export function clockAfter(
  { limitDays, usedBefore, extendedBy }: StoredClock,
  { eachVisit, handedBackOn }: Terms,
  verdict: Verdict,
  used: number,
): ClockVariable {
  const entered = verdict.valid ? verdict.entered : undefined;
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
