import { z } from 'zod';
import { done } from '../../site/api/common.ts';
import { audited, route } from '../../site/api/route.ts';
import { sessionKey, signedInSession } from '../api/session.ts';

export const accountRoutes = {
  readAccount: route({
    method: 'get',
    path: '/api/account',
    summary: 'One’s own account: what is known of the password, and where one is signed in',
    who: 'signed-in',
    answer: z.object({
      password: z.enum(['none', 'demo', 'first', 'own']),
      setAt: z.iso.datetime().nullable(),
      sessions: z.array(signedInSession),
    }),
  }),
  endMySession: route({
    method: 'delete',
    path: '/api/account/sessions/{key}',
    summary: 'Signs oneself out on another device',
    who: 'signed-in',
    audited: audited('结束自己的登录'),
    params: z.strictObject({ key: sessionKey }),
    answer: done,
  }),
};
