import { z } from 'zod';
import { audited, file, route } from './route.ts';
import { FAILURES, VISITORS } from './session.ts';

/** Where the provider sends people back to; it has to be registered there, below the address of the gateway. */
export const CALLBACK = '/api/oidc/callback';

const text = z.string().max(4_000).optional();

/** Signing in at an OpenID Connect provider: a browser goes there and comes back, it does not call these. */
export const oidcRoutes = {
  startOidc: route({
    method: 'get',
    path: '/api/oidc/sign-in',
    summary: 'Go to the provider to sign in',
    who: 'anyone',
    query: z.object({ to: z.string().max(2_000).optional() }),
    tries: [VISITORS],
    answer: file('text/html'),
    status: 303,
    codes: { 'oidc-unavailable': 503 },
  }),
  finishOidc: route({
    method: 'get',
    path: CALLBACK,
    summary: 'Come back from the provider',
    who: 'anyone',
    fromElsewhere: true,
    audited: audited('登录'),
    query: z.object({
      ...{ state: text, code: text, iss: text, error: text, error_description: text },
      /** It comes from a page of ours now, with the session's cookie. */
      again: text,
    }),
    tries: [FAILURES.ofAddress],
    answer: file('text/html'),
    codes: {
      'oidc-expired': 400,
      'oidc-refused': 401,
      'oidc-unknown': 403,
      'no-role': 403,
      'oidc-unavailable': 503,
    },
  }),
};
