import type { z } from 'zod';
import type { IsoDate } from '../calendar/index.ts';
import type { Body, Directory, SignVerdict } from '../directory/index.ts';
import type { StatutoryTask } from '../statutory-task.ts';
import type { Entered } from './entered.ts';

export type VoidReason = Extract<SignVerdict, { allowed: false }>['reason'] | 'incomplete';

export type Verdict =
  | { valid: true; entered: Entered; onBehalfOf?: string }
  | { valid: false; reason: VoidReason };

/**
 * Whether a completion counts: its signer belongs to the body (or stands in for someone who does) and has
 * no interest in the project, and what the step needs was entered. The signer comes first: what a
 * stranger entered is not looked at.
 */
export function verdictOn(
  entered: z.ZodSafeParseResult<Entered>,
  signer: string,
  { task, body, closedOn }: { task: StatutoryTask; body: Body; closedOn: IsoDate },
  { directory }: { directory: Directory },
): Verdict {
  const { application, role, position } = task;
  const sign = directory.maySign(signer, body, closedOn, application, role, position);
  if (!sign.allowed) return { valid: false, reason: sign.reason };
  if (!entered.success) return { valid: false, reason: 'incomplete' };
  // An owner's step has one outcome; a reviewer's are told apart by its gateway.
  if (role === 'owner' && entered.data.outcome !== 'submit') return { valid: false, reason: 'incomplete' };
  return { valid: true, entered: entered.data, ...(sign.onBehalfOf && { onBehalfOf: sign.onBehalfOf }) };
}
