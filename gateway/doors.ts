import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Logger } from 'pino';
import type { Directory } from '../law/directory/index.ts';
import { signInAddress } from '../site/api/where-to.ts';
import { ApiError } from '../site/server/errors.ts';
import { notSignedIn } from '../site/server/people.ts';
import { checkSameOrigin } from '../site/server/sign-in/csrf.ts';
import type { SiteKit } from '../site/server/site.ts';
import type { User } from './api/user.ts';
import { calls } from './camunda/calls.ts';
import { licenceBadge } from './camunda/licence.ts';
import { camundaPages } from './camunda/pages.ts';
import type { Ask } from './camunda/upstream.ts';
import { modelerDoor } from './modeler.ts';
import { aboutChange, mayCallOperate } from './operate/may.ts';
import { REASON_SCRIPT } from './operate/reason.ts';
import { type OperateWorld, operateRules } from './operate/rules.ts';
import { type TasklistWorld, tasklistRules } from './tasklist/rules.ts';

/** Camunda's web applications, the engine behind them, and what is known of who may ask them. */
type Camunda = { origin: string; engine: string; ask: Ask; world: TasklistWorld & OperateWorld };

export type DoorsDeps = {
  kit: SiteKit<User>;
  log: Logger;
  directory: () => Directory;
  /** Tasklist and Operate, where they are reached through this door. */
  camunda?: Camunda | undefined;
  /** Where the web modeler answers. */
  modeler?: string | undefined;
  /** The first parts of the addresses of the gateway's own pages. */
  ownPages: ReadonlySet<string>;
  /** Ends the session a request comes from. */
  signOut: (request: Request, response: Response) => Promise<void>;
};

/**
 * Everything that lies behind the gateway. What is not named here is not there: neither a path of Camunda's nor one that
 * a newer version of it may bring.
 */
export function doors(deps: DoorsDeps): Router {
  const { kit, log, directory, camunda, modeler, ownPages, signOut } = deps;
  const router = express.Router();
  if (camunda !== undefined) router.use(camundaDoor(camunda));
  if (modeler !== undefined) {
    router.use('/modeler', signedInPages(kit), modelerDoor(modeler, log));
  }
  router.use((request, _response, next) => {
    // `//x` is no page: its first part is empty, which only `/` may have.
    const isOwn = request.path === '/' || ownPages.has(request.path.split('/')[1] || '/');
    if (isOwn && (request.method === 'GET' || request.method === 'HEAD')) next();
    else throw new ApiError('no-such-operation', '没有这个地址，请从首页进入。');
  });
  return router;

  function camundaDoor({ origin, engine, ask, world }: Camunda): Router {
    const door = express.Router();
    const callDeps = { kit, ask, directory };
    door.use('/v1', (request, response, next) => {
      response.set('cache-control', 'no-store');
      checkSameOrigin(request);
      next();
    });
    door.get('/v2/license', licenceBadge(engine));
    door.post('/api/logout', async (request, response) => {
      kit.checkCsrf(request);
      await signOut(request, response);
      response.status(204).end();
    });
    door.use(
      calls(tasklistRules(world), callDeps, {
        may: () => undefined,
        about: (_rule, { params }) => Object.values(params).join(' '),
        audits: 'refusals',
      }),
      calls(operateRules(world), callDeps, {
        may: mayCallOperate,
        about: aboutChange,
        audits: 'all',
      }),
    );
    door.use('/operate', onlyOperators(kit));
    // Camunda itself does not know its pages with a slash at the end.
    door.get(/^\/(tasklist|operate)\/$/, (request, response) => {
      response.redirect(request.path.slice(0, -1));
    });
    door.all(
      PAGE,
      signedInPages(kit),
      ownBase,
      camundaPages({ origin, log, beforeOperate: REASON_SCRIPT }),
    );
    return door;
  }
}

/**
 * A page of Tasklist's or Operate's, or one of its files. Nothing that a server behind might read as another path: no dots
 * that lead up, no encoded slash, no parameter after a semicolon.
 */
const PAGE = /^\/(tasklist|operate)(\/(?!\.{1,2}(\/|$))[\w.-]+)*$/;

/** Pages are for whoever is signed in; a browser that is not comes back here after signing in. */
function signedInPages(kit: SiteKit<User>): RequestHandler {
  return (request, response, next) => {
    if (kit.signedIn(request) !== null) return next();
    // What a page itself asks for gets an answer it can read.
    if (!(request.get('accept') ?? '').includes('text/html')) {
      throw notSignedIn();
    }
    response.redirect(signInAddress(request.originalUrl));
  };
}

/** Camunda's pages name where their files are. */
const ownBase: RequestHandler = (_request, response, next) => {
  const policy = String(response.getHeader('content-security-policy') ?? '');
  response.setHeader(
    'content-security-policy',
    policy.replace("base-uri 'none'", "base-uri 'self'"),
  );
  next();
};

function onlyOperators(kit: SiteKit<User>): RequestHandler {
  return (request, response, next) => {
    const user = kit.signedIn(request);
    if (user === null || user.operatorRole !== null) return next();
    response
      .status(403)
      .type('text/plain')
      .send('您没有使用流程监控的权限。如需要，请联系管理员在组织机构文件中添加。');
  };
}
