import { z } from 'zod';
import { LONGEST_PASSWORD, newPassword } from './password.ts';
import { audited, route, type Tries } from './route.ts';

const QUARTER = 15;
const DAY = 24 * 60;

/**
 * How often signing in may fail. Ten at one place stop the usual guessing. The two bounds on a person from everywhere
 * else are for whoever guesses from many addresses: a quarter of an hour's pause first, then the rest of the day, so
 * that sixty guesses a day is the most. Where the person has signed in before, these two do not count: a flood of
 * failures keeps nobody out for longer than a day, and not at all from their usual place.
 */
export const FAILURES = {
  ofAddress: { most: 50, minutes: QUARTER, by: 'address', counted: 'failures' },
  ofPersonAtAddress: { most: 10, minutes: QUARTER, by: 'person-at-address', counted: 'failures' },
  ofPerson: { most: 20, minutes: QUARTER, by: 'person', counted: 'failures' },
  ofPersonInADay: { most: 60, minutes: DAY, by: 'person', counted: 'failures' },
} as const satisfies Record<string, Tries>;
/** How many visitors who are not signed in one address may have; each is a row in the database. */
export const VISITORS: Tries = { most: 300, minutes: QUARTER, by: 'address', counted: 'visitors' };

/** @param user what a wing tells of who is signed in */
export function sessionRoutes<U extends z.ZodObject>(user: U) {
  const session = z.object({
    user: user.nullable(),
    /** How people sign in: by a password, at a provider, or at another site that shares the session. */
    signInBy: z.enum(['password', 'oidc', 'elsewhere']),
    /** Somebody has signed in with a password that somebody else gave them: nothing is open before they choose one. */
    mustChangePassword: z.boolean(),
    /** To be sent as `x-csrf-token` with everything that writes. */
    csrfToken: z.string(),
  });
  return {
    readSession: route({
      method: 'get',
      path: '/api/session',
      summary: 'Who is signed in, and the CSRF token',
      who: 'anyone',
      answer: session,
      tries: [VISITORS],
    }),
    signIn: route({
      method: 'post',
      path: '/api/session',
      summary: 'Sign in with login name and password',
      who: 'anyone',
      audited: audited('登录'),
      body: z.strictObject({
        userId: z.string().min(1, '请填写登录名').max(60),
        password: z.string().min(1, '请填写密码').max(LONGEST_PASSWORD),
      }),
      tries: Object.values(FAILURES),
      answer: session,
      codes: { 'bad-credentials': 401, 'no-role': 403, 'use-oidc': 409 },
    }),
    changePassword: route({
      method: 'put',
      path: '/api/session/password',
      summary: 'Choose a password; every other session of whoever does ends',
      who: 'anyone',
      audited: audited('修改密码'),
      body: z.strictObject({
        before: z.string().min(1, '请填写原密码').max(LONGEST_PASSWORD),
        after: newPassword,
      }),
      tries: [FAILURES.ofPersonAtAddress],
      answer: session,
      codes: { 'not-signed-in': 401, 'wrong-password': 403, 'weak-password': 422 },
    }),
    signOut: route({
      method: 'delete',
      path: '/api/session',
      summary: 'Sign out',
      who: 'anyone',
      audited: audited('退出登录'),
      /** `goOnAt`: where a browser goes to sign out at the provider, too. */
      answer: z.object({ goOnAt: z.string().optional() }),
    }),
  };
}
