import express, { type RequestHandler, type Router } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import type { Logger } from 'pino';
import { CHINESE_SCRIPTS, chineseScript, isKnownTasklist } from '../chinese/scripts.ts';
import { notAnswering } from '../not-answering.ts';

/** Their names hold a hash of what is in them. */
const FOR_EVER = 'private, max-age=31536000, immutable';
const LONGEST_MS = 30_000;
/** What Camunda says of its pages that we say ourselves, and better. */
const OURS = ['content-security-policy', 'set-cookie', 'x-frame-options', 'pragma', 'expires'];

export type PageDeps = {
  /** Where Camunda's web applications answer. */
  origin: string;
  log: Logger;
  /** A script that runs in Operate's pages before theirs. */
  beforeOperate: string;
};

/**
 * Tasklist's and Operate's own pages: read only, without a cookie of ours, in Chinese where Tasklist is one that is
 * known here. Who may see them is asked before.
 */
export function camundaPages({ origin, log, beforeOperate }: PageDeps): Router {
  const router = express.Router();
  const chinese = chineseScripts(origin, log);
  router.use(onlyReading);
  router.get('/tasklist/assets/:name', async (request, response, next) => {
    const script = await chinese(request.params.name);
    if (script === undefined) return next();
    response.set('cache-control', FOR_EVER).type('text/javascript').send(script);
  });
  router.get(
    ['/tasklist/client-config.js', '/operate/client-config.js'],
    async (request, response) => {
      const config = await textOf(`${origin}${request.path}`);
      // Signing in and out happens at our door: their pages then load anew, and the door asks who is there.
      const delegated = config.replace('"isLoginDelegated":false', '"isLoginDelegated":true');
      const more = request.path.startsWith('/operate/') ? beforeOperate : '';
      response
        .set('cache-control', 'no-store')
        .type('text/javascript')
        .send(delegated + more);
    },
  );
  router.use(
    createProxyMiddleware({
      target: origin,
      proxyTimeout: LONGEST_MS,
      on: {
        proxyReq(proxied) {
          for (const name of ['cookie', 'authorization', 'x-csrf-token'])
            proxied.removeHeader(name);
        },
        proxyRes(proxied, request) {
          for (const name of OURS) delete proxied.headers[name];
          if (/\/(assets|static)\//.test(request.url ?? '')) {
            proxied.headers['cache-control'] = FOR_EVER;
          }
        },
        error: notAnswering(
          log,
          'camunda pages',
          '流程平台暂时没有应答，可能正在启动，请稍后刷新页面。',
        ),
      },
    }),
  );
  return router;
}

const onlyReading: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  response.status(405).set('allow', 'GET, HEAD').end();
};

/** Tasklist's scripts in Chinese by name; undefined: as it is. Each is made once, a tenth of a second of work. */
function chineseScripts(
  origin: string,
  log: Logger,
): (name: string) => Promise<string | undefined> {
  const made = new Map<string, Promise<string | undefined>>();
  let known: Promise<boolean> | undefined;

  async function isKnown(): Promise<boolean> {
    const yes = isKnownTasklist(await textOf(`${origin}/tasklist`));
    if (!yes)
      log.warn('this version of Tasklist is not known here: its pages are served untouched');
    return yes;
  }

  async function make(name: string): Promise<string | undefined> {
    known ??= isKnown();
    if (!(await known)) return undefined;
    const script = chineseScript(name, await textOf(`${origin}/tasklist/assets/${name}`));
    if (script === undefined)
      log.warn({ name }, 'a script of Tasklist is not as known: it is served untouched');
    return script;
  }

  return (name) => {
    if (!CHINESE_SCRIPTS.has(name)) return Promise.resolve(undefined);
    const script = made.get(name) ?? make(name);
    made.set(name, script);
    // What could not be fetched is fetched again.
    script.catch(() => {
      made.delete(name);
      known = undefined;
    });
    return script;
  };
}

async function textOf(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(LONGEST_MS) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
