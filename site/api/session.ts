import { z } from 'zod';
import { done } from './common.ts';
import { LONGEST_PASSWORD, newPassword } from './password.ts';
import { audited, route } from './route.ts';

/** How often somebody may fail to sign in within a quarter of an hour. */
export const FAILURES_OF_A_USER = 10;
export const FAILURES_OF_AN_ADDRESS = 50;
/** How many visitors who are not signed in one address may have; each is a row in the database. */
export const VISITORS_OF_AN_ADDRESS = 300;

/** @param user what a wing tells of who is signed in */
export function sessionRoutes<U extends z.ZodObject>(user: U) {
  const session = z.object({
    user: user.nullable(),
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
      tries: [{ most: VISITORS_OF_AN_ADDRESS, by: 'address', counted: 'visitors' }],
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
      tries: [
        { most: FAILURES_OF_AN_ADDRESS, by: 'address', counted: 'failures' },
        { most: FAILURES_OF_A_USER, by: 'address-and-user', counted: 'failures' },
      ],
      answer: session,
      codes: { 'bad-credentials': 401, 'no-role': 403 },
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
      tries: [{ most: FAILURES_OF_A_USER, by: 'address-and-user', counted: 'failures' }],
      answer: session,
      codes: { 'not-signed-in': 401, 'wrong-password': 403, 'weak-password': 422 },
    }),
    signOut: route({
      method: 'delete',
      path: '/api/session',
      summary: 'Sign out',
      who: 'anyone',
      audited: audited('退出登录'),
      answer: done,
    }),
  };
}
