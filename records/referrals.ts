import type { Kysely } from 'kysely';
import { proceedingOf, type Scope } from './scope.ts';
import type { Tables } from './tables.ts';

export type ReferralQueries = ReturnType<typeof referralQueries>;

/** Who raised which referral for delay. */
export function referralQueries(db: Kysely<Tables>) {
  return {
    /** True when this job raised the n-th referral of its proceeding (Art. 27): the first writer wins, its retries win again. */
    async refer(scope: Scope, n: number, jobKey: string, days: number): Promise<boolean> {
      const { projectId } = scope;
      const proceeding = proceedingOf(scope);
      await db
        .insertInto('referrals')
        .values({ projectId, proceeding, n, jobKey, days })
        .onConflict((c) => c.doNothing())
        .execute();
      const first = await db
        .selectFrom('referrals')
        .select('jobKey')
        .where('projectId', '=', projectId)
        .where('proceeding', 'is not distinct from', proceeding)
        .where('n', '=', n)
        .executeTakeFirstOrThrow();
      return first.jobKey === jobKey;
    },
  };
}
