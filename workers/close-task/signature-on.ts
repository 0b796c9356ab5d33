import type { JobContext } from '../../engine/job.ts';
import type { Deps } from '../handler.ts';
import { hasLongName, type Oversized } from '../oversized.ts';
import type { Signature } from './signed-at-door.ts';

/**
 * Who signed the completion. A name that Camunda's importers refuse keeps the search from ever showing it: such a
 * completion is void whoever signed it, and nobody waits for the name of its signer.
 */
export async function signatureOn(
  variables: Record<string, unknown>,
  brought: Oversized[],
  job: JobContext,
  { signatureOf, now }: Pick<Deps, 'signatureOf' | 'now'>,
): Promise<Signature> {
  try {
    return await signatureOf(job, variables);
  } catch (error) {
    if (!brought.some(hasLongName)) throw error;
    return { signer: '', signedAt: await now() };
  }
}
