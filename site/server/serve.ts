import type { Express, Request, Response } from 'express';
import type { Person } from '../api/common.ts';
import type { Audit } from './audit.ts';
import { bodyReader } from './body.ts';
import { ApiError } from './errors.ts';
import { type Counters, limited, TooOften, type Try } from './limits.ts';
import type { Operation } from './operations.ts';
import { checkRight, type People, signedIn } from './people.ts';
import type { problemOf } from './problem.ts';
import { checkCsrfToken } from './sign-in/csrf.ts';
import { takesBody } from './statuses.ts';

export type ServeDeps<User extends Person> = {
  people: People<User>;
  now: () => Date;
  audit: Audit;
  counters: Counters;
  /** How an error is answered. */
  problem(error: unknown): ReturnType<typeof problemOf>;
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
  { name, route, by, triedBy, tooOften, keeps, perform }: Operation<User>,
  { people, now, audit, counters, problem }: ServeDeps<User>,
) {
  const writes = route.method !== 'get';
  const readBody = bodyReader(route.limit);
  const count = limited(name, route, counters);

  async function keep(request: Request, user: User | null, result: string): Promise<void> {
    const id = by(request, user);
    if (route.audited === false || id === undefined) return;
    await audit(name, route.audited, request, { id, name: people.nameOf(id) }, result);
  }

  return async (request: Request, response: Response) => {
    const user = signedIn(request, people, now());
    let tried: Try | undefined;
    try {
      await checkRight(route, request, user, people);
      if (writes) checkCsrfToken(request);
      if (takesBody(route.method)) await readBody(request, response);
      tried = await count(request, triedBy(request, user));
      const send = await perform(request, response, user);
      await tried.succeeded();
      await keep(request, user, 'ok');
      return send;
    } catch (error) {
      if (error instanceof TooOften) {
        if (error.first) await keep(request, user, 'too-many-attempts');
        if (error.by === 'address') response.set('Retry-After', `${error.secondsLeft}`);
        throw await tooOften(error);
      }
      const { status, problem: told } = problem(error);
      // That the database or the sign-in's own service is away is nobody's failure.
      if (status >= 500) await tried?.forget();
      if (keeps(told.code)) await keep(request, user, told.code);
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
export function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
