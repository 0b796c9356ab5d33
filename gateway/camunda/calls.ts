import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { LoginUnavailable } from '../../engine/login.ts';
import type { Directory, Person } from '../../law/directory/index.ts';
import { bodyReader } from '../../site/server/body.ts';
import { notSignedIn } from '../../site/server/people.ts';
import { expressPath } from '../../site/server/serve.ts';
import { csrfToken } from '../../site/server/sign-in/csrf.ts';
import type { SiteKit } from '../../site/server/site.ts';
import type { User } from '../api/user.ts';
import { Refusal } from '../refusal.ts';
import type { Rule } from '../rule.ts';
import { type Ask, CamundaAway } from './upstream.ts';

/** Applications and forms are far smaller; what a rule lets through has its own limits. */
const LARGEST = '2mb';

/** What stands between a page of Camunda's and Camunda. */
export type CallDeps = {
  kit: SiteKit<User>;
  ask: Ask;
  directory: () => Directory;
};

/** Whether somebody may make calls of these rules at all. */
export type MayCall = (user: User, rule: Rule, request: Request) => Refusal | undefined;

/** What a change was about, for the audit list. */
export type About = (rule: Rule, request: Request) => string;

/**
 * Lets the calls of these rules through, each in the name of who is signed in, and no other. What changes something needs
 * the session's token, which Camunda's own pages take from any answer and send along; a change that is refused
 * leaves a line in the audit list, and with `audits: 'all'` every other one too.
 */
export function calls(
  rules: Rule[],
  { kit, ask, directory }: CallDeps,
  { may, about, audits }: { may: MayCall; about: About; audits: 'all' | 'refusals' },
): Router {
  const router = express.Router();
  const readBody = bodyReader(LARGEST);

  for (const rule of rules) {
    const handler: RequestHandler = async (request, response, next) => {
      if (!isAddress(request.params)) return next();
      // Not compressed: that takes longer than the answer's way through an office's network.
      response.set('cache-control', 'no-store, no-transform');
      const user = kit.signedIn(request);
      const person = user === null ? undefined : directory().person(user.id);
      if (user === null || person === undefined) {
        throw notSignedIn();
      }
      if (rule.changes !== undefined) kit.checkCsrf(request);
      if (rule.method !== 'GET') await readBody(request, response);
      const result = await answer(rule, { user, person }, request, response);
      if (rule.changes === undefined) return;
      if (audits === 'refusals' && result === 'ok') return;
      await kit.audit(rule.changes, about(rule, request), request, user, result);
    };
    router[METHODS[rule.method]](expressPath(rule.path), handler);
  }
  return router;

  /** @returns what came of it, for the audit list */
  async function answer(
    rule: Rule,
    { user, person }: { user: User; person: Person },
    request: Request,
    response: Response,
  ): Promise<string> {
    try {
      const refusal = may(user, rule, request);
      if (refusal !== undefined) throw refusal;
      const from = request.originalUrl.indexOf('?');
      const params = request.params as Record<string, string>;
      const query = from < 0 ? '' : request.originalUrl.slice(from);
      const header = (name: string) => request.get(name);
      const asked = { person, params, query, body: request.body as unknown, header };
      const { status, type, text } = await rule.answer(asked, (call) => ask(user.id, call));
      response.set('x-csrf-token', csrfToken(request)).status(status).type(type).send(text);
      return status < 400 ? 'ok' : `camunda-${status}`;
    } catch (error) {
      const { code, status, message } = refusalFor(error);
      response.set('x-csrf-token', csrfToken(request)).status(status).json({ code, message });
      return code;
    }
  }
}

const KEY = /^\d{1,20}(-\d{1,6})?$/;
const NAME = /^[\w.-]{1,200}$/;
/** What stands in an address; anything else there is another call's address. */
const PARTS: Record<string, RegExp> = {
  id: KEY,
  taskId: KEY,
  processDefinitionKey: KEY,
  formId: NAME,
  bpmnProcessId: NAME,
  variableId: /^\d{1,20}-[^/]{1,200}$/,
};

function isAddress(params: Request['params']): boolean {
  return Object.entries(params).every(([name, value]) => PARTS[name]?.test(String(value)) === true);
}

const METHODS = { GET: 'get', POST: 'post', PATCH: 'patch', DELETE: 'delete' } as const;

/** @throws whatever is no answer to a person */
function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof CamundaAway || error instanceof LoginUnavailable) {
    return new Refusal('camunda-away', 503, '流程平台暂时没有应答，可能正在启动，请稍后再试。');
  }
  throw error;
}
