import type { Express, Request, Response } from 'express';
import type { Person } from '../api/common.ts';
import type { Audit } from './audit.ts';
import { bodyReader, through } from './body.ts';
import { ApiError } from './errors.ts';
import { limited } from './limits.ts';
import type { Operation } from './operations.ts';
import { checkRight, type People, signedIn } from './people.ts';
import { checkCsrfToken } from './sign-in/csrf.ts';
import { takesBody } from './statuses.ts';

export type ServeDeps<User extends Person> = {
  people: People<User>;
  now: () => Date;
  audit: Audit;
  /** The code an error is answered with. */
  codeOf(error: unknown): string;
};

/**
 * Serves operations. Each request is asked, in this order: who it comes from, whether they may, whether one of our
 * pages sent it, how often it was tried; only then is its body read, checked and worked on. Whatever came of a try to
 * write is kept before it is answered.
 */
export function serve<User extends Person>(
  app: Express,
  operations: Operation<User>[],
  deps: ServeDeps<User>,
): void {
  for (const operation of operations) {
    const perform = performing(operation, deps);
    app[operation.route.method](expressPath(operation.route.path), async (request, response) => {
      const send = await perform(request, response);
      await send();
    });
  }
  refuseOtherMethods(app, operations);
}

function performing<User extends Person>(
  { name, route, by, keeps, perform }: Operation<User>,
  { people, now, audit, codeOf }: ServeDeps<User>,
) {
  const writes = route.method !== 'get';
  const readBody = bodyReader(route.limit);
  const whoAsks = (request: Request) => signedIn(request, people, now());

  async function keep(request: Request, user: User | null, result: string): Promise<void> {
    const id = by(request, user);
    if (route.audited === false || id === undefined) return;
    await audit(name, route.audited, request, { id, name: people.nameOf(id) }, result);
  }

  const limits = route.tries.map((tries) =>
    limited(tries, (request) => void keep(request, whoAsks(request), 'too-many-attempts')),
  );

  return async (request: Request, response: Response) => {
    const user = whoAsks(request);
    try {
      await checkRight(route, request, user, people);
      if (writes) checkCsrfToken(request);
      if (takesBody(route.method)) await readBody(request, response);
      for (const limit of limits) await through(limit, request, response);
      const send = await perform(request, response, user);
      await keep(request, user, 'ok');
      return send;
    } catch (error) {
      const code = codeOf(error);
      if (keeps(code)) await keep(request, user, code);
      throw error;
    }
  };
}

function refuseOtherMethods<User>(app: Express, operations: Operation<User>[]): void {
  for (const path of new Set(operations.map(({ route }) => route.path))) {
    const methods = operations
      .filter(({ route }) => route.path === path)
      .map(({ route }) => route.method.toUpperCase());
    app.all(expressPath(path), (_request, response) => {
      response.set('Allow', methods.join(', '));
      throw new ApiError('no-such-method', '没有这种操作，请刷新页面后再试。');
    });
  }
}

/** OpenAPI's `{id}` in express's notation. */
function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
