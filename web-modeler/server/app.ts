import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { AuditQueries, Liveness } from '../../records/index.ts';
import { keepAudit } from './audit/audit.ts';
import { clientPages } from './client.ts';
import { ApiError } from './errors.ts';
import type { Handlers } from './handler.ts';
import { securityHeaders } from './headers.ts';
import { openApi } from './openapi.ts';
import { operationsOf } from './operations.ts';
import { problemOf } from './problem.ts';
import { serve } from './serve.ts';
import { checkSameOrigin } from './sign-in/csrf.ts';
import type { SignInDeps } from './sign-in/operations.ts';

export type AppDeps = SignInDeps & {
  handlers: Partial<Handlers>;
  records: AuditQueries & Liveness;
  /** Gives each request its session. */
  sessions: RequestHandler;
  /** The built pages. */
  clientFolder: string;
  /** How many reverse proxies there are, or their addresses; undefined: none. */
  trustProxy: number | string | undefined;
  log: Logger;
};

/** The web modeler: its API below /api, its pages everywhere else, and `GET /health` for whoever operates it. */
export function createApp(deps: AppDeps): Express {
  const { handlers, records, log, directory, now } = deps;
  const operations = operationsOf(handlers, deps);
  const description = openApi(operations.map(({ name }) => name));
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

  app.use('/api', (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    checkSameOrigin(request);
    next();
  });
  app.get('/api/openapi.json', (_request, response) => void response.json(description));
  app.use('/api', deps.sessions);
  serve(app, operations, { directory, now, audit: keepAudit(deps) });
  app.use('/api', () => {
    throw new ApiError('no-such-operation', 404, '没有这个接口，请刷新页面后再试。');
  });
  app.use(clientPages(deps.clientFolder));
  app.use(answerError(log));
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

function answerError(log: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const { status, problem, ours } = problemOf(error);
    if (ours) log.error({ err: error }, problem.code);
    // Half of an answer cannot be taken back: express closes the connection.
    if (response.headersSent) next(error);
    else response.status(status).json(problem);
  };
}
