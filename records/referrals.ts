import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import type { Records } from './types.ts';

/** Who raised which referral for delay; see `Records`. */
export function referralQueries(db: Kysely<Tables>): Pick<Records, 'refer'> {
  return {
    async refer(projectId, n, jobKey, days) {
      await db
        .insertInto('referrals')
        .values({ projectId, n, jobKey, days })
        .onConflict((c) => c.columns(['projectId', 'n']).doNothing())
        .execute();
      const first = await db
        .selectFrom('referrals')
        .select('jobKey')
        .where('projectId', '=', projectId)
        .where('n', '=', n)
        .executeTakeFirstOrThrow();
      return first.jobKey === jobKey;
    },
  };
}
