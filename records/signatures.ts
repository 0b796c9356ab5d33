import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { digestOf } from '../law/signature.ts';
import type { Tables } from './tables.ts';

/** Who completes a visit to a step, and when by the engine's clock. */
export type Signing = Pick<
  Selectable<Tables['signatures']>,
  'elementInstanceKey' | 'taskKey' | 'person' | 'signedAt'
>;

const nonceSchema = z.uuid();

export type SignatureQueries = ReturnType<typeof signatureQueries>;

/** What people have put their names to. */
export function signatureQueries(db: Kysely<Tables>) {
  return {
    /**
     * Keeps who completes a visit with what. Whoever tries again signs again: what did not reach the engine signs nothing.
     * @returns the number by which it is found; it travels as the variable `signature` with what was entered
     */
    async sign(signed: Signing, entered: Record<string, unknown>): Promise<string> {
      const nonce = randomUUID();
      const names = JSON.stringify(Object.keys(entered));
      await db
        .insertInto('signatures')
        .values({ ...signed, nonce, names, digest: digestOf(entered) })
        .execute();
      return nonce;
    },

    /**
     * The signature a completion carries.
     * @param variables what close-task sees: what was entered lies over everything else
     * @returns undefined when it carries none of this very visit's; `intact` is whether what was signed has arrived
     */
    async signatureOn(
      elementInstanceKey: string,
      nonce: unknown,
      variables: Record<string, unknown>,
    ): Promise<{ signer: string; signedAt: Date; intact: boolean } | undefined> {
      const read = nonceSchema.safeParse(nonce);
      if (!read.success) return undefined;
      const row = await db
        .selectFrom('signatures')
        .select(['person', 'signedAt', 'names', 'digest'])
        .where('nonce', '=', read.data)
        .where('elementInstanceKey', '=', elementInstanceKey)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const arrived = Object.fromEntries(row.names.map((name) => [name, variables[name]]));
      return {
        signer: row.person,
        signedAt: row.signedAt,
        intact: digestOf(arrived) === row.digest,
      };
    },
  };
}
