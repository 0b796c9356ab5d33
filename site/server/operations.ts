import type { Request, Response } from 'express';
import type { z } from 'zod';
import { type RouteName, routes } from '../../web-modeler/api/index.ts';
import type { Role, Route } from '../api/route.ts';
import { sessionRoutes } from '../api/session.ts';
import type { HandledName, Handler, Handlers, User } from './handler.ts';
import { valid } from './problem.ts';
import { type SignInDeps, sessionOperations } from './sign-in/operations.ts';

/** One operation as it is served: what is asked before, and the answer, checked by its schema. */
export type Operation = {
  name: RouteName;
  route: Route;
  /** Null: no sign-in is needed. */
  role: Exclude<Role, 'anyone'> | null;
  /** `user` is who is signed in, checked for the role; null only where no sign-in is needed. */
  answer(request: Request, response: Response, user: User | null): Promise<unknown>;
};

/** Every operation that has a handler, and those on the session. */
export function operationsOf(handlers: Partial<Handlers>, deps: SignInDeps): Operation[] {
  const session = sessionOperations(deps);
  const { readSession, signIn, signOut } = sessionRoutes;
  return [
    {
      name: 'readSession',
      route: readSession,
      role: null,
      async answer(request) {
        checked(readSession, request);
        return readSession.answer.parse(await session.readSession(request));
      },
    },
    {
      name: 'signIn',
      route: signIn,
      role: null,
      async answer(request) {
        const { body } = checked(signIn, request);
        return signIn.answer.parse(await session.signIn(request, body));
      },
    },
    {
      name: 'signOut',
      route: signOut,
      role: null,
      async answer(request, response) {
        checked(signOut, request);
        return signOut.answer.parse(await session.signOut(request, response));
      },
    },
    ...Object.keys(routes)
      .filter(isHandled)
      .flatMap((name) => handled(name, handlers[name])),
  ];
}

function isHandled(name: string): name is HandledName {
  return !(name in sessionRoutes);
}

function handled<N extends HandledName>(name: N, handler: Handlers[N] | undefined): Operation[] {
  return handler === undefined ? [] : [operation(name, routes[name], handler)];
}

function operation<R extends Route>(name: HandledName, route: R, handler: Handler<R>): Operation {
  return {
    name,
    route,
    role: route.role === 'anyone' ? null : route.role,
    async answer(request, _response, user) {
      if (user === null) throw new Error(`${name} is served without a sign-in`);
      const answer = await handler({ ...checked(route, request), user });
      return route.answer.parse(answer);
    },
  };
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
