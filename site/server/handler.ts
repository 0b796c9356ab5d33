import type { z } from 'zod';
import type { RouteName, routes } from '../../web-modeler/api/index.ts';
import type { Route } from '../api/route.ts';
import type { Session, sessionRoutes } from '../api/session.ts';

/** Who is signed in, with the role the organisation file gives at this moment. */
export type User = NonNullable<Session['user']>;

/** Answers one operation of the API; everything given to it is checked by the route's schemas. */
export type Handler<R extends Route> = (request: {
  params: z.output<R['params']>;
  query: z.output<R['query']>;
  body: z.output<R['body']>;
  user: User;
}) => Promise<z.input<R['answer']>>;

/** The operations that work on a signed-in user's behalf; the others make the session itself. */
export type HandledName = Exclude<RouteName, keyof typeof sessionRoutes>;

/** The handlers of some operations by their names; of all of them when none are named. */
export type Handlers<Name extends HandledName = HandledName> = {
  [N in Name]: Handler<(typeof routes)[N]>;
};
