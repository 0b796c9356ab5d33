import { z } from 'zod';
import { done, instant, person } from '../../site/api/common.ts';
import { audited, errorCodes, route } from '../../site/api/route.ts';
import { sessionKey, signedInSession } from '../api/session.ts';
import { ADMINISTER } from '../api/user.ts';

/** A person of the organisation, by login name. */
const personId = z.string().min(1).max(60);
const who = z.strictObject({ id: personId });
const codes = errorCodes({ 'no-such-person': 404, 'own-account': 409 });

export const account = person
  .extend({
    body: z.string(),
    position: z.string(),
    administrator: z.boolean(),
    /** No password yet, the shared one of demonstrations, a first one that has to be changed, or one of their own. */
    password: z.enum(['none', 'demo', 'first', 'own']),
    setAt: instant.nullable(),
    /** How often they are signed in. */
    sessions: z.int(),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof account>;

export const accountsRoutes = {
  listAccounts: route({
    method: 'get',
    path: '/api/accounts',
    summary: 'Everybody of the organisation file, with the state of their account',
    who: ADMINISTER,
    answer: z.object({ accounts: z.array(account) }),
  }),
  resetPassword: route({
    method: 'post',
    path: '/api/accounts/{id}/password',
    summary: 'Gives somebody a first password, told this once; all their sessions end',
    who: ADMINISTER,
    audited: audited('重置密码', 'id'),
    params: who,
    answer: z.object({ password: z.string() }),
    codes: codes('no-such-person', 'own-account'),
  }),
  listSessions: route({
    method: 'get',
    path: '/api/accounts/{id}/sessions',
    summary: 'Where somebody is signed in',
    who: ADMINISTER,
    params: who,
    answer: z.object({ sessions: z.array(signedInSession) }),
    codes: codes('no-such-person'),
  }),
  endSession: route({
    method: 'delete',
    path: '/api/accounts/{id}/sessions/{key}',
    summary: 'Signs somebody out on one device',
    who: ADMINISTER,
    audited: audited('结束他人的登录', 'id'),
    params: z.strictObject({ id: personId, key: sessionKey }),
    answer: done,
    codes: codes('no-such-person'),
  }),
  endSessions: route({
    method: 'delete',
    path: '/api/accounts/{id}/sessions',
    summary: 'Signs somebody out everywhere',
    who: ADMINISTER,
    audited: audited('结束他人的全部登录', 'id'),
    params: who,
    answer: done,
    codes: codes('no-such-person'),
  }),
};
