import { createServer, type IncomingMessage, request as rawRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import session from 'express-session';
import { pino } from 'pino';
import type { User } from '../../gateway/api/user.ts';
import { camundaSessions } from '../../gateway/camunda/sessions.ts';
import { askCamunda } from '../../gateway/camunda/upstream.ts';
import { doors } from '../../gateway/doors.ts';
import { createDirectory } from '../../law/directory/index.ts';
import { ApiError } from '../../site/server/errors.ts';
import { csrfToken } from '../../site/server/sign-in/csrf.ts';
import { organization, person } from '../law/directory/organization.ts';

const LI = person('fa.li', '市发改委');
const user: User = {
  ...{ id: LI.id, name: LI.name, body: LI.body, position: LI.position },
  ...{ modelerRole: null, operatorRole: null, administrator: false },
};

type Heard = { method: string; url: string; headers: IncomingMessage['headers']; body: string };
/** Camunda's web applications, the engine and the modeler in one: it says what it was asked. */
let behind: Server;
let door: Server;
let heard: Heard[];
let signedIn: User | null;
let audit: string[];
let logged: string[];
let answers: Record<string, { status?: number; type?: string; body?: string }>;
let opened = 0;

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listening = (server: Server) =>
  new Promise<Server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));

beforeAll(async () => {
  behind = await listening(
    createServer(async (request, response) => {
      const { method = '', url = '', headers } = request;
      heard.push({ method, url, headers, body: await text(request) });
      const {
        status = 200,
        type = 'application/json',
        body = '{}',
      } = answers[url.split('?')[0] ?? ''] ?? {};
      response.writeHead(status, {
        'content-type': type,
        'set-cookie': 'OPERATE-SESSION=theirs',
        'content-security-policy': "script-src 'self' cdn.example",
      });
      response.end(body);
    }),
  );
  const origin = `http://127.0.0.1:${portOf(behind)}`;
  const app = express();
  app.use(session({ secret: 'x', resave: false, saveUninitialized: true }));
  app.use((_request, response, next) => {
    response.set('content-security-policy', "default-src 'none'; base-uri 'none'");
    next();
  });
  app.get('/token', (request, response) => void response.json({ token: csrfToken(request) }));
  const sessions = camundaSessions({
    async open() {
      opened += 1;
      return { cookie: `OPERATE-SESSION=${opened}`, token: `token-${opened}` };
    },
    close: async () => {},
  });
  const records = {
    openClocks: async () => [],
    project: async () => undefined,
    sign: async () => 'nonce',
    keepChange: async () => {},
    dropChange: async () => {},
  };
  const now = async () => new Date('2026-04-10T02:00:00Z');
  const log = pino({ base: null }, { write: (line: string) => void logged.push(line) });
  const directory = () => createDirectory(organization([LI]));
  app.use(
    doors({
      kit: {
        signedIn: () => signedIn,
        checkCsrf(request) {
          if (request.get('x-csrf-token') !== csrfToken(request)) {
            throw new ApiError('bad-csrf-token', '页面已过期');
          }
        },
        audit: async (action, target, _request, by, result) =>
          void audit.push([by.id, action, target, result].join(' ')),
      },
      log,
      directory,
      camunda: {
        origin,
        engine: origin,
        ask: askCamunda(origin, sessions),
        world: { directory, now, exactly: now, records, startable: async () => [] },
      },
      modeler: origin,
      ownPages: new Set(['', 'account']),
      signOut: async () => {},
    }),
  );
  app.use((_request, response) => void response.send('our own page'));
  const failed: express.ErrorRequestHandler = (error, _request, response, _next) => {
    const code = error instanceof ApiError ? error.code : String(error);
    const status = { 'not-signed-in': 401, 'no-such-operation': 404, 'bad-csrf-token': 403 }[code];
    response.status(status ?? 500).json({ code });
  };
  app.use(failed);
  door = await listening(createServer(app));
});
afterAll(async () => {
  for (const server of [door, behind]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
beforeEach(() => {
  heard = [];
  audit = [];
  logged = [];
  answers = {};
  signedIn = user;
});

type Got = { status: number; headers: IncomingMessage['headers']; body: string };

/** As it is written, without what fetch puts right. */
function ask(method: string, path: string, headers = {}, body?: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = rawRequest(
      { port: portOf(door), host: '127.0.0.1', method, path, headers },
      async (response) =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: await text(response),
        }),
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

const PAGE = { accept: 'text/html', cookie: 'connect.sid=ours' };

describe('a page of Camunda’s', () => {
  test('comes without a cookie in either direction, under our policy', async () => {
    answers['/tasklist'] = { type: 'text/html', body: '<base href="/tasklist/">' };
    const { status, headers, body } = await ask('GET', '/tasklist', PAGE);
    expect([status, body]).toEqual([200, '<base href="/tasklist/">']);
    expect(heard.map(({ headers: sent }) => sent.cookie)).toEqual([undefined]);
    expect(String(headers['set-cookie'] ?? '')).not.toContain('OPERATE-SESSION');
    expect(headers['content-security-policy']).toBe("default-src 'none'; base-uri 'self'");
  });

  test.each([
    '/tasklist/..;/v1/tasks/search',
    '/tasklist/../v2/user-tasks',
    '/tasklist/..%2fv2/topology',
    '/tasklist/%2e%2e/v2/topology',
    '/tasklist;x=/v2/topology',
    '//v2/topology',
    '/operate/..;/actuator/env',
    '/TASKLIST',
    '/tasklistx',
    '/v2/topology',
    '/v1/tasks/../../v2/topology',
    '/actuator',
    '/v1/external/process/x/form',
    '/account/../v2/topology?',
  ])('%s leads nowhere', async (path) => {
    signedIn = { ...user, operatorRole: 'operator' };
    const { status, body } = await ask('GET', path, PAGE);
    if (!path.startsWith('/account')) expect([path, status]).toEqual([path, 404]);
    else expect(body).toBe('our own page');
    expect(heard).toEqual([]);
  });

  test('is only read', async () => {
    expect((await ask('POST', '/tasklist', PAGE)).status).toBe(405);
    expect(heard).toEqual([]);
  });

  test('with a slash at its end is the one without', async () => {
    const { status, headers } = await ask('GET', '/operate/', PAGE);
    expect([status, headers.location]).toEqual([403, undefined]);
    const tasklist = await ask('GET', '/tasklist/', PAGE);
    expect([tasklist.status, tasklist.headers.location]).toEqual([302, '/tasklist']);
  });

  test('leads to the sign-in and back, and what it asks for itself is answered 401', async () => {
    signedIn = null;
    const { status, headers } = await ask('GET', '/tasklist/4503?x=1', PAGE);
    expect([status, headers.location]).toEqual([302, '/sign-in?to=%2Ftasklist%2F4503%3Fx%3D1']);
    expect((await ask('GET', '/tasklist/assets/a.js', { accept: '*/*' })).status).toBe(401);
    expect((await ask('GET', '/v1/internal/users/current', {})).status).toBe(401);
    expect(heard).toEqual([]);
  });

  test('of an unknown version is served untouched, and the log says so', async () => {
    answers['/tasklist'] = { type: 'text/html', body: '<script src="assets/other.js">' };
    const script = 'const English="Tasks"';
    answers['/tasklist/assets/index-DgxKnUTT.js'] = { type: 'text/javascript', body: script };
    const { body } = await ask('GET', '/tasklist/assets/index-DgxKnUTT.js', PAGE);
    expect(body).toBe(script);
    expect(logged.join()).toContain('not known');
  });

  test('learns that signing in happens elsewhere; Operate’s asks for reasons', async () => {
    signedIn = { ...user, operatorRole: 'reader' };
    const config = 'window.clientConfig = {"isLoginDelegated":false};';
    for (const path of ['/tasklist/client-config.js', '/operate/client-config.js']) {
      answers[path] = { type: 'text/javascript', body: config };
    }
    const tasklist = await ask('GET', '/tasklist/client-config.js', PAGE);
    expect(tasklist.body).toBe('window.clientConfig = {"isLoginDelegated":true};');
    const operate = await ask('GET', '/operate/client-config.js', PAGE);
    expect(operate.body).toContain('x-change-reason');
  });
});

describe('a call', () => {
  test('is made in the name of who is signed in, with the door’s own session', async () => {
    const { status, headers } = await ask('GET', '/v1/internal/users/current', {
      cookie: 'OPERATE-SESSION=stolen',
      authorization: 'Basic x',
    });
    expect(status).toBe(200);
    expect(headers['x-csrf-token']).toBeDefined();
    expect(heard).toMatchObject([{ headers: { cookie: `OPERATE-SESSION=${opened}` } }]);
    expect(heard[0]?.headers.authorization).toBeUndefined();
  });

  test('is made once more with a new session when Camunda has ended the one before', async () => {
    answers['/v1/internal/users/current'] = { status: 401 };
    const before = opened;
    expect((await ask('GET', '/v1/internal/users/current')).status).toBe(401);
    expect(heard.length).toBe(2);
    expect(opened - before).toBeGreaterThanOrEqual(1);
  });

  test('under a name that is no id is another call’s, and closed', async () => {
    for (const path of ['/v1/internal/processes/publicEndpoints', '/v1/tasks/1%2F2']) {
      expect([path, (await ask('GET', path)).status]).toEqual([path, 404]);
    }
    expect(heard).toEqual([]);
  });

  test('that changes something needs the session’s token', async () => {
    const json = { 'content-type': 'application/json' };
    const path = '/v1/tasks/4503/assign';
    answers['/v1/tasks/4503'] = { status: 404 };
    expect((await ask('PATCH', path, json, '{}')).status).toBe(403);
    expect(heard).toEqual([]);
    const first = await ask('GET', '/token');
    const { token } = JSON.parse(first.body) as { token: string };
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    const refused = await ask('PATCH', path, { ...json, cookie, 'x-csrf-token': token }, '{}');
    expect(refused.status).toBe(404);
    expect(audit).toEqual([expect.stringContaining('fa.li 认领任务 4503')]);
  });
});

describe('Operate', () => {
  const statistics = '/api/process-instances/core-statistics';
  const operation = '/api/process-instances/4503/operation';
  const changing = async (headers: Record<string, string>, body: object) => {
    const first = await ask('GET', '/token');
    const { token } = JSON.parse(first.body) as { token: string };
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    const all = { 'content-type': 'application/json', cookie, 'x-csrf-token': token, ...headers };
    return ask('POST', operation, all, JSON.stringify(body));
  };
  const reason = { 'x-change-reason': encodeURIComponent('单位来函') };
  const cancel = { operationType: 'CANCEL_PROCESS_INSTANCE' };

  test('is closed to who is not named for it, readable for readers', async () => {
    expect((await ask('GET', statistics)).status).toBe(403);
    signedIn = { ...user, operatorRole: 'reader' };
    expect((await ask('GET', statistics)).status).toBe(200);
    const { status, body } = await changing(reason, cancel);
    expect([status, JSON.parse(body)]).toMatchObject([403, { code: 'reads-only' }]);
  });

  test('changes for operators who say why, and all of it is in the audit list', async () => {
    signedIn = { ...user, operatorRole: 'operator' };
    const silent = await changing({}, cancel);
    expect([silent.status, JSON.parse(silent.body)]).toMatchObject([400, { code: 'no-reason' }]);
    expect(heard).toEqual([]);
    expect((await changing(reason, cancel)).status).toBe(200);
    expect(heard.at(-1)).toMatchObject({ method: 'POST', url: operation });
    const deletes = await changing(reason, { operationType: 'DELETE_PROCESS_INSTANCE' });
    expect(JSON.parse(deletes.body)).toMatchObject({ code: 'operation-closed' });
    expect(audit).toEqual([
      'fa.li 流程监控：变更 4503 CANCEL_PROCESS_INSTANCE：（未写明原因） no-reason',
      'fa.li 流程监控：变更 4503 CANCEL_PROCESS_INSTANCE：单位来函 ok',
      'fa.li 流程监控：变更 4503 DELETE_PROCESS_INSTANCE：单位来函 operation-closed',
    ]);
  });
});

test('the modeler hears below which path it lies and who asks, whatever a visitor claims', async () => {
  await ask('GET', '/modeler/api/models?at=saved', {
    accept: '*/*',
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-prefix': '/evil',
    'x-forwarded-proto': 'https',
  });
  expect(heard).toMatchObject([
    {
      url: '/api/models?at=saved',
      headers: {
        'x-forwarded-prefix': '/modeler',
        'x-forwarded-for': expect.stringContaining('127.0.0.1'),
        'x-forwarded-proto': 'http',
      },
    },
  ]);
  expect(heard[0]?.headers['x-forwarded-for']).not.toContain('203');
});

test('the badge of the licence is the engine’s own', async () => {
  answers['/v2/license'] = { body: '{"validLicense":false}' };
  signedIn = null;
  expect((await ask('GET', '/v2/license')).body).toBe('{"validLicense":false}');
  expect((await ask('POST', '/v2/license')).status).toBe(404);
});
