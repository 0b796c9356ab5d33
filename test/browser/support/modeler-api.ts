import type { z } from 'zod';
import { problem } from '../../../site/api/common.ts';
import type { Route } from '../../../site/api/route.ts';
import { sessionRoutes } from '../../../site/api/session.ts';
import { signedIn } from '../../../web-modeler/api/rights.ts';
import { DEMO_PASSWORD } from './tasklist.ts';

/** What a request carries; each part is checked by the server. */
type Sent = { params?: Record<string, string>; query?: Record<string, string>; body?: object };

/** Operations that answer with JSON. */
type Asked = Route & { answer: z.ZodType };

/** An administrator at the web modeler's API, where pages would add nothing. */
export type Administrator = {
  /** @throws Error with the problem's code when it is refused */
  ask<R extends Asked>(route: R, sent?: Sent): Promise<z.output<R['answer']>>;
  /** The problem an operation is refused with. @throws Error when it is not refused */
  refused(route: Route, sent?: Sent): Promise<{ status: number; code: string; message: string }>;
};

/** Signs a person in to the modeler at this address. */
export async function administrator(address: string, user: string): Promise<Administrator> {
  let cookie = '';
  let token = '';

  async function send(route: Route, { params = {}, query = {}, body }: Sent) {
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
    const response = await fetch(`${address}${path}?${new URLSearchParams(query)}`, {
      method: route.method,
      headers: { cookie, 'x-csrf-token': token, 'content-type': 'application/json' },
      ...(route.method === 'get' ? {} : { body: JSON.stringify(body ?? {}) }),
    });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    const answer: unknown = await response.json();
    return { status: response.status, ok: response.ok, answer };
  }

  async function ask<R extends Asked>(route: R, sent: Sent = {}): Promise<z.output<R['answer']>> {
    const { ok, status, answer } = await send(route, sent);
    if (!ok) throw new Error(`${route.path}: ${status} ${JSON.stringify(answer)}`);
    return route.answer.parse(answer) as z.output<R['answer']>;
  }

  const { readSession, signIn } = sessionRoutes(signedIn);
  token = (await ask(readSession)).csrfToken;
  const credentials = { userId: user, password: DEMO_PASSWORD };
  token = (await ask(signIn, { body: credentials })).csrfToken;

  return {
    ask,
    async refused(route, sent = {}) {
      const { ok, status, answer } = await send(route, sent);
      if (ok) throw new Error(`${route.path} was not refused`);
      const { code, message } = problem.parse(answer);
      return { status, code, message };
    },
  };
}
