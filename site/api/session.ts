import { z } from 'zod';
import { done } from '../../web-modeler/api/common.ts';
import { route } from './route.ts';

export const session = z
  .object({
    user: z
      .object({
        id: z.string(),
        name: z.string(),
        role: z.enum(['reader', 'editor', 'publisher']),
      })
      .nullable(),
    /** To be sent as `x-csrf-token` with everything that writes. */
    csrfToken: z.string(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof session>;

export const sessionRoutes = {
  readSession: route({
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in, and the CSRF token',
    role: 'anyone',
    answer: session,
  }),
  signIn: route({
    method: 'post',
    path: '/api/session',
    summary: 'Sign in with a user of Camunda',
    role: 'anyone',
    body: z.strictObject({
      userId: z.string().min(1, '请填写登录名').max(60),
      password: z.string().min(1, '请填写密码').max(200),
    }),
    answer: session,
    codes: ['bad-credentials', 'no-role', 'too-many-attempts', 'login-unavailable'],
  }),
  signOut: route({
    method: 'delete',
    path: '/api/session',
    summary: 'Sign out',
    role: 'anyone',
    answer: done,
  }),
};
