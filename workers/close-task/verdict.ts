import type { StoredClock } from '../../records/index.ts';
import type { IsoDate } from '../calendar/index.ts';
import type { Body, Directory, SignRefusal } from '../directory/index.ts';
import type { Terms } from '../statutory-task.ts';
import { type Entered, enteredSchema } from './entered.ts';

export type VoidReason = SignRefusal | 'incomplete';

export type Verdict =
  | { valid: true; entered: Entered; onBehalfOf?: string }
  | { valid: false; reason: VoidReason };

/** A visit to a step and how it was signed; the day is Asia/Shanghai. */
export type Signed = {
  clock: Pick<StoredClock, 'role' | 'limitDays' | 'facts'>;
  terms: Terms;
  body: Body;
  signer: string;
  closedOn: IsoDate;
};

/**
 * Whether a completion counts: its signer belongs to the body (or stands in for someone who does) and has
 * no interest in the project, and what the step needs was entered. The signer comes first: what a
 * stranger entered is not looked at.
 */
export function verdictOn(entered: unknown, signed: Signed, directory: Directory): Verdict {
  const { clock, terms, body, signer, closedOn } = signed;
  const sign = directory.maySign(signer, body, closedOn, clock.facts, clock.role, terms.position);
  if (!sign.allowed) return { valid: false, reason: sign.reason };
  const read = enteredSchema.safeParse(entered);
  if (!read.success || !fits(read.data, signed)) return { valid: false, reason: 'incomplete' };
  return {
    valid: true,
    entered: read.data,
    ...(sign.onBehalfOf && { onBehalfOf: sign.onBehalfOf }),
  };
}

/** An owner's step has one outcome; a reviewer's are told apart by its gateway. */
function fits({ outcome, ground }: Entered, { clock, terms }: Signed): boolean {
  if (clock.role === 'owner') return outcome === 'submit';
  // Nothing but the step's own grounds stops a statutory clock (Art. 25).
  if (outcome === 'return' && clock.limitDays !== null) return terms.grounds.includes(ground ?? '');
  return true;
}
