import type { JobContext, Signature as Signer } from '../../engine/job.ts';
import { SIGNATURE } from '../../law/signature.ts';
import type { SignatureQueries } from '../../records/index.ts';

/**
 * Who completed a step, and when by the engine's clock. With a flaw it does not count: nobody has signed it at the
 * door, or what arrived is not what was signed.
 */
export type Signature = Signer & { flaw?: 'unsigned' | 'altered' };

/**
 * Finds the signature of a completion.
 * @param variables of the end listener's job: what was entered lies over everything else
 */
export type SignatureOf = (
  task: JobContext,
  variables: Record<string, unknown>,
) => Promise<Signature>;

/** By what the door has kept: the signer is known at once, whatever the search shows and whoever claims to be assigned. */
export function signedAtDoor(
  records: Pick<SignatureQueries, 'signatureOn'>,
  now: () => Promise<Date>,
): SignatureOf {
  return async ({ elementInstanceKey }, variables) => {
    const nonce = variables[SIGNATURE];
    const found = await records.signatureOn(elementInstanceKey, nonce, variables);
    if (found === undefined) return { signer: '', signedAt: await now(), flaw: 'unsigned' };
    const { signer, signedAt, intact } = found;
    return { signer, signedAt, ...(!intact && { flaw: 'altered' as const }) };
  };
}
