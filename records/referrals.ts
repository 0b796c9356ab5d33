import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export type ReferralQueries = ReturnType<typeof referralQueries>;

/** Who raised which referral for delay. */
export function referralQueries(db: Kysely<Tables>) {
  return {
    /** True when this job raised the project's n-th referral (Art. 27): the first writer wins, its retries win again. */
    async refer(projectId: string, n: number, jobKey: string, days: number): Promise<boolean> {
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
