import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Person } from '../api/common.ts';
import { oidcRoutes } from '../api/oidc.ts';
import type { Route, Routes } from '../api/route.ts';
import type { sessionRoutes } from '../api/session.ts';
import { ApiError } from './errors.ts';
import { sendFile } from './files.ts';
import { goOnPage } from './go-on-page.ts';
import type { Asked, Handler, Handlers } from './handler.ts';
import type { TooOften } from './limits.ts';
import { heldBy } from './people.ts';
import { valid } from './problem.ts';
import { type SignInDeps, sessionOperations } from './sign-in/operations.ts';
import { keyOf } from './sign-in/sessions.ts';

/** One operation as it is served. */
export type Operation<User> = {
  name: string;
  route: Route;
  /** The login name of whom its lines in the audit list name; nobody: it leaves none. */
  by(request: Request, user: User | null): string | undefined;
  /** The exact id of the person whose tries are counted; nobody of the organisation: undefined. */
  triedBy(request: Request, user: User | null): string | undefined;
  /** What who has tried too often is answered. */
  tooOften(held: TooOften): Promise<ApiError>;
  /** Whether a result leaves a line. */
  keeps(result: string): boolean;
  /** Works, and returns how to send the answer, which its schema has checked. */
  perform(request: Request, response: Response, user: User | null): Promise<() => Promise<void>>;
};

/** Every operation that has a handler. */
export function operationsOf<R extends Routes, User extends Person>(
  routes: R,
  handlers: Partial<Handlers<R, User>>,
): Operation<User>[] {
  return Object.entries(routes).flatMap(([name, route]) => {
    const handler: Handler<Route, User> | undefined = handlers[name];
    return handler === undefined ? [] : [operation(name, route, handler)];
  });
}

/** The operations on the session. */
export function sessionOnes<User extends Person>(
  routes: ReturnType<typeof sessionRoutes>,
  deps: SignInDeps<User>,
): Operation<User>[] {
  const session = sessionOperations(deps);
  const { readSession, signIn, changePassword, signOut } = routes;
  return [
    {
      ...operation<User>('readSession', readSession, async () => undefined),
      perform: async (request, response) => {
        checked(readSession, request);
        return json(response, readSession, session.readSession(request));
      },
    },
    {
      ...operation<User>('signIn', signIn, async () => undefined),
      // Anybody at all could fill the list with tries that are refused before the password is looked at.
      by: userTried,
      triedBy: (request) => deps.people.idOf(userTried(request)),
      // That a person is locked out would tell that there is such a person.
      tooOften: async (held) =>
        held.by === 'address' ? tooManyAttempts(held) : await session.failed(),
      keeps: (result) => result === 'ok' || result in signIn.codes,
      perform: async (request, response) => {
        const { body } = checked(signIn, request);
        return json(response, signIn, await session.signIn(request, response, body));
      },
    },
    ...(deps.own === undefined
      ? []
      : [
          {
            ...operation<User>('changePassword', changePassword, async () => undefined),
            by: (request: Request) => heldBy(request, deps.now()),
            triedBy: (request: Request) => heldBy(request, deps.now()),
            perform: async (request: Request, response: Response) => {
              const { body } = checked(changePassword, request);
              return json(response, changePassword, await session.changePassword(request, body));
            },
          },
        ]),
    {
      ...operation<User>('signOut', signOut, async () => undefined),
      perform: async (request, response) => {
        checked(signOut, request);
        return json(response, signOut, await session.signOut(request, response));
      },
    },
  ];
}

/** The operations of signing in at a provider, which a browser goes to by itself. */
export function oidcOnes<User extends Person>(deps: SignInDeps<User>): Operation<User>[] {
  const { oidc } = deps;
  if (typeof oidc !== 'object') return [];
  const { begin } = sessionOperations(deps);
  const { startOidc, finishOidc } = oidcRoutes;
  // Who came, by what is known of them: the audit list says so whatever comes of it.
  const named = new WeakMap<Request, string>();
  return [
    {
      ...operation<User>('startOidc', startOidc, async () => undefined),
      perform: async (request, response) => {
        const { query } = checked(startOidc, request);
        const address = await oidc.start(request, query.to);
        return async () => response.redirect(startOidc.status, address);
      },
    },
    {
      ...operation<User>('finishOidc', finishOidc, async () => undefined),
      by: (request) => named.get(request),
      perform: async (request, response) => {
        const { query } = checked(finishOidc, request);
        const started = await oidc.take(request, query.state);
        if (started === undefined && query.again === undefined) {
          return async () =>
            void response.type('html').send(goOnPage(`${request.originalUrl}&again=1`));
        }
        if (started === undefined) {
          throw new ApiError('oidc-expired', '这次登录已经用过或已过期，请返回首页重新登录。');
        }
        const { id, proven } = await oidc.finish(request, started);
        named.set(request, id ?? proven.email ?? proven.subject);
        if (id === undefined) {
          throw new ApiError(
            'oidc-unknown',
            '您已通过统一身份认证，但这个账户没有对应到本系统的一名人员，不能登录。请联系管理员核对组织机构文件中您的邮箱或身份编号。',
          );
        }
        await begin(request, id, { idToken: proven.idToken });
        return async () => void response.type('html').send(goOnPage(started.to));
      },
    },
  ];
}

function operation<User extends Person>(
  name: string,
  route: Route,
  handler: Handler<Route, User>,
): Operation<User> {
  return {
    name,
    route,
    by: (_request, user) => user?.id,
    triedBy: (_request, user) => user?.id,
    tooOften: async (held) => tooManyAttempts(held),
    keeps: () => true,
    async perform(request, response, user) {
      // Who may was checked before: it is only null where anyone may.
      const session = keyOf(request.sessionID);
      const asked = { ...checked(route, request), session, user } as Asked<Route, User>;
      const answer = await handler(asked);
      return 'contentTypes' in route.answer
        ? sendFile(response, route.answer, answer)
        : json(response, route, answer);
    },
  };
}

function tooManyAttempts({ secondsLeft }: TooOften): ApiError {
  const minutes = Math.ceil(secondsLeft / 60);
  return new ApiError('too-many-attempts', `尝试次数过多，请过 ${minutes} 分钟再试。`);
}

/** The login name somebody tries, as it came. */
function userTried(request: Request): string {
  const body: unknown = request.body;
  const tried = typeof body === 'object' && body !== null && 'userId' in body ? body.userId : '';
  return typeof tried === 'string' ? tried.slice(0, 60) : '';
}

function json(response: Response, { answer }: Route, given: unknown): () => Promise<void> {
  if ('contentTypes' in answer) throw new Error('a file is no JSON');
  const body = answer.parse(given);
  return async () => void response.json(body);
}

/**
 * What a request brings, read by the route's schemas.
 * @throws ApiError `bad-request`
 */
function checked<R extends Route>(
  route: R,
  request: Request,
): { params: z.output<R['params']>; query: z.output<R['query']>; body: z.output<R['body']> } {
  return {
    params: valid<R['params']>(route.params, request.params),
    query: valid<R['query']>(route.query, request.query),
    body: valid<R['body']>(route.body, request.body ?? {}),
  };
}
