import type { IsoDate } from '../../law/calendar/index.ts';
import type { Body, Directory, SignRefusal } from '../../law/directory/index.ts';
import { isNeeded, OUTCOMES } from '../../law/outcomes.ts';
import type { StoredClock } from '../../records/index.ts';
import type { Oversized } from '../oversized.ts';
import type { Terms } from '../statutory-task.ts';
import { type Entered, enteredSchema, extensionDaysSchema } from './entered.ts';
import type { Signature } from './signed-at-door.ts';

export type VoidReason =
  | SignRefusal
  | NonNullable<Signature['flaw']>
  | 'incomplete'
  | 'not-offered'
  | 'oversized';

export type Verdict =
  | { valid: true; entered: Entered; onBehalfOf?: string }
  | { valid: false; reason: VoidReason };

/** A visit to a step and how it was signed; the day is Asia/Shanghai. */
export type Signed = {
  clock: Pick<StoredClock, 'role' | 'limitDays' | 'facts'>;
  terms: Terms;
  body: Body;
  signature: Signature;
  closedOn: IsoDate;
  /** What came with the completion too large. */
  brought: Oversized[];
};

/**
 * Whether a completion counts: it was signed at the door as it arrived, its signer belongs to the body (or stands in for someone who does) and has
 * no interest in the project, and what the step needs was entered. What came too large does not count whoever sent it.
 * The signer comes first then: what a stranger entered is not looked at.
 */
export function verdictOn(entered: unknown, signed: Signed, directory: Directory): Verdict {
  const { clock, terms, body, signature, closedOn, brought } = signed;
  if (brought.length > 0) return { valid: false, reason: 'oversized' };
  if (signature.flaw !== undefined) return { valid: false, reason: signature.flaw };
  const sign = directory.maySign(
    signature.signer,
    body,
    closedOn,
    clock.facts,
    clock.role,
    terms.position,
  );
  if (!sign.allowed) return { valid: false, reason: sign.reason };
  const read = enteredSchema.safeParse(entered);
  if (!read.success) return { valid: false, reason: 'incomplete' };
  if (terms.outcomes?.includes(read.data.outcome) === false) {
    return { valid: false, reason: 'not-offered' };
  }
  if (!fits(read.data, signed)) return { valid: false, reason: 'incomplete' };
  return {
    valid: true,
    entered: read.data,
    ...(sign.onBehalfOf && { onBehalfOf: sign.onBehalfOf }),
  };
}

/** Whether the outcome is one for that side, and what it needs was entered as this step needs it. */
function fits(entered: Entered, { clock, terms }: Signed): boolean {
  const { outcome, ground } = entered;
  if (!OUTCOMES[outcome].by.includes(clock.role)) return false;
  const timed = clock.limitDays !== null;
  // A limit can be asked to be longer (Art. 27), where there is one.
  if (OUTCOMES[outcome].clock === 'runs-on') return timed;
  // An extension is granted in days or not at all.
  if (terms.decidesExtension && outcome === 'approve') {
    return extensionDaysSchema.safeParse(entered.grantedDays).success;
  }
  // Nothing but the step's own grounds stops a statutory clock (Art. 25).
  if (timed && isNeeded('ground', outcome)) return terms.grounds.includes(ground ?? '');
  return true;
}
