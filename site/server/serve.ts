import type { Express, Request, RequestHandler, Response } from 'express';
import type { Directory } from '../../law/directory/index.ts';
import type { Person } from '../../web-modeler/api/common.ts';
import type { RouteName } from '../../web-modeler/api/index.ts';
import type { Audit } from './audit.ts';
import { readBody, through } from './body.ts';
import { ApiError } from './errors.ts';
import type { User } from './handler.ts';
import type { Operation } from './operations.ts';
import { problemOf } from './problem.ts';
import { checkCsrfToken } from './sign-in/csrf.ts';
import { signInLimits, userTried, visitorLimit } from './sign-in/limits.ts';
import { checkRole, nameOf, userOf } from './sign-in/who.ts';

// They carry a body but change nothing.
const ONLY_ASK: RouteName[] = ['playScenario', 'checkImport'];

export type ServeDeps = { directory: () => Directory; now: () => Date; audit: Audit };

/**
 * Serves operations. Each request is asked, in this order: who it comes from, whether they may, whether one of our
 * pages sent it, how often it was tried; only then is its body read, checked and worked on. Whatever came of a try to
 * write is kept before it is answered.
 */
export function serve(app: Express, operations: Operation[], deps: ServeDeps): void {
  const limits: Partial<Record<RouteName, RequestHandler[]>> = {
    readSession: [visitorLimit()],
    signIn: signInLimits((request) => {
      void deps.audit('signIn', request, triedBy(request, deps), 'too-many-attempts');
    }),
  };

  async function perform(operation: Operation, request: Request, response: Response) {
    const { name, route, role } = operation;
    const writes = route.method !== 'get';
    const signedIn = userOf(request, deps.directory(), deps.now());
    const work = async () => {
      const user = role === null ? signedIn : checkRole(signedIn, role);
      if (writes) checkCsrfToken(request);
      if (writes && route.method !== 'delete') await readBody(name, request, response);
      for (const limit of limits[name] ?? []) await through(limit, request, response);
      return operation.answer(request, response, user);
    };
    if (!writes || ONLY_ASK.includes(name)) return work();
    return audited(work, (result) => {
      const by = auditedBy(name, request, signedIn, result);
      return by === undefined ? undefined : deps.audit(name, request, by, result);
    });
  }

  /** Whom a line of the audit list names; nobody: anybody at all could fill the list with such tries. */
  function auditedBy(
    name: RouteName,
    request: Request,
    user: User | null,
    result: string,
  ): Person | undefined {
    if (name !== 'signIn') return user ?? undefined;
    const tried = ['ok', 'bad-credentials', 'no-role', 'login-unavailable'].includes(result);
    return tried ? triedBy(request, deps) : undefined;
  }

  for (const operation of operations) {
    const { method, path } = operation.route;
    app[method](expressPath(path), async (request, response) => {
      response.json(await perform(operation, request, response));
    });
  }
  refuseOtherMethods(app, operations);
}

function triedBy(request: Request, { directory }: ServeDeps): Person {
  const id = userTried(request);
  return { id, name: nameOf(id, directory()) };
}

async function audited<T>(
  work: () => Promise<T>,
  keep: (result: string) => Promise<void> | undefined,
): Promise<T> {
  try {
    const done = await work();
    await keep('ok');
    return done;
  } catch (error) {
    await keep(problemOf(error).problem.code);
    throw error;
  }
}

function refuseOtherMethods(app: Express, operations: Operation[]): void {
  for (const path of new Set(operations.map(({ route }) => route.path))) {
    const methods = operations
      .filter(({ route }) => route.path === path)
      .map(({ route }) => route.method.toUpperCase());
    app.all(expressPath(path), (_request, response) => {
      response.set('Allow', methods.join(', '));
      throw new ApiError('no-such-method', 405, '没有这种操作，请刷新页面后再试。');
    });
  }
}

/** OpenAPI's `{id}` in express's notation. */
function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
