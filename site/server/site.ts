import compression from 'compression';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
} from 'express';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { AuditQueries, Liveness } from '../../records/index.ts';
import type { Person } from '../api/common.ts';
import { oidcRoutes } from '../api/oidc.ts';
import type { Routes } from '../api/route.ts';
import { sessionRoutes } from '../api/session.ts';
import { auditing, keepAudit } from './audit.ts';
import { ApiError } from './errors.ts';
import { problemPage } from './go-on-page.ts';
import type { Handlers } from './handler.ts';
import { securityHeaders } from './headers.ts';
import type { Counters } from './limits.ts';
import { type ApiInfo, openApi } from './openapi.ts';
import { oidcOnes, operationsOf, sessionOnes } from './operations.ts';
import { clientPages } from './pages.ts';
import { signedIn } from './people.ts';
import { problemOf, type Translate } from './problem.ts';
import { serve } from './serve.ts';
import { checkCsrfToken, checkSameOrigin } from './sign-in/csrf.ts';
import type { SignInDeps } from './sign-in/operations.ts';
import { statusesOf } from './statuses.ts';

export type SiteDeps<User extends Person> = SignInDeps<User> & {
  info: ApiInfo;
  /** What the session tells of who is signed in. */
  user: z.ZodObject & z.ZodType<User>;
  /** What errors of the wing's own are to whoever asked. */
  translate: Translate;
  records: AuditQueries & Liveness;
  /** The wing's folder; its lines of the audit list have it. */
  wing: string;
  /** The built pages. */
  clientFolder: string;
  /** How many reverse proxies there are, or their addresses; undefined: none. */
  trustProxy: number | string | undefined;
  /** What counts how often something is tried. */
  counters: Counters;
  log: Logger;
  /**
   * What answers requests of any path that are neither an operation of the site's own nor, when it lets them through,
   * one of its pages: a wing that stands before other programs.
   */
  beyond?: ((kit: SiteKit<User>) => RequestHandler) | undefined;
};

/** What the site does with requests, for what a wing answers itself. An ApiError thrown there is answered like any other. */
export type SiteKit<User extends Person> = {
  /** Who a request comes from; null when nobody is signed in. */
  signedIn(request: Request): User | null;
  /**
   * Lets only our own pages write.
   * @throws ApiError `cross-site`, `bad-csrf-token`
   */
  checkCsrf(request: Request): void;
  /**
   * Keeps a line of the audit list.
   * @param action what was tried, in words of the list's readers
   * @param target what it was about
   * @param result `ok`, or the code of the error
   */
  audit(
    action: string,
    target: string,
    request: Request,
    by: Person,
    result: string,
  ): Promise<void>;
};

/**
 * A wing's web server: its API below /api with sign-in and session, its pages everywhere else, and `GET /health` for
 * whoever operates it. An operation without a handler is not served.
 */
export function createSite<R extends Routes, User extends Person>(
  routes: R,
  handlers: Partial<Handlers<R, User>>,
  deps: SiteDeps<User>,
): Express {
  const { people, sessions, records, log, now } = deps;
  const session = sessionRoutes(deps.user);
  const operations = [
    ...sessionOnes<User>(session, deps),
    ...oidcOnes<User>(deps),
    ...operationsOf(routes, handlers),
  ];
  const served = Object.fromEntries(operations.map(({ name, route }) => [name, route]));
  const statuses = statusesOf({ ...session, ...oidcRoutes, ...routes });
  const problem = (error: unknown) => problemOf(error, statuses, deps.translate);
  const description = openApi(served, sessions.cookie, deps.info);
  const app = express();
  app.disable('x-powered-by');
  if (deps.trustProxy !== undefined) app.set('trust proxy', deps.trustProxy);
  app.use(requestLog(log));
  app.use(securityHeaders());
  app.use(compression({ filter: mayBeCompressed }));

  app.get('/health', async (_request, response) => {
    const database = await records.ping().then(
      () => 'up',
      () => 'down',
    );
    response.status(database === 'up' ? 200 : 503).json({ status: database, database });
  });

  const openToAll = new Set(
    operations.filter(({ route }) => route.fromElsewhere).map(({ route }) => route.path),
  );
  app.use('/api', (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    if (!openToAll.has(request.originalUrl.split('?')[0] ?? '')) checkSameOrigin(request);
    next();
  });
  app.get('/api/openapi.json', (_request, response) => void response.json(description));
  app.use('/api', sessions.handler);
  const audit = auditing(deps);
  const { counters } = deps;
  serve(app, operations, { people, now, audit: keepAudit(audit), counters, problem });
  if (deps.beyond !== undefined) {
    app.use(
      sessions.handler,
      deps.beyond({
        signedIn: (request) => signedIn(request, people, now()),
        checkCsrf(request) {
          checkSameOrigin(request);
          checkCsrfToken(request);
        },
        audit: (action, ...more) => audit(action, action, ...more),
      }),
    );
  }
  app.use('/api', () => {
    throw new ApiError('no-such-operation', '没有这个接口，请刷新页面后再试。');
  });
  app.use(clientPages(deps.clientFolder));
  app.use(answerError(log, problem));
  return app;
}

/** The answer that holds the token is not compressed: its length must tell nothing. */
const mayBeCompressed: compression.CompressionFilter = (request, response) =>
  !request.path.startsWith('/api/session') && compression.filter(request, response);

function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const from = performance.now();
    const { method, path, ip } = request;
    response.on('finish', () => {
      const ms = Math.round(performance.now() - from);
      log.info({ method, path, status: response.statusCode, ms, ip }, 'request');
    });
    next();
  };
}

function answerError(
  log: Logger,
  problemFor: (error: unknown) => ReturnType<typeof problemOf>,
): ErrorRequestHandler {
  return (error, request, response, next) => {
    const { status, problem, ours } = problemFor(error);
    if (ours) log.error({ err: error }, problem.code);
    // Half of an answer cannot be taken back: express closes the connection.
    if (response.headersSent) next(error);
    else if (request.accepts('json', 'html') === 'html') {
      response.status(status).type('html').send(problemPage(problem.message));
    } else response.status(status).json(problem);
  };
}
