import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import session from 'express-session';
import { pino } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import supertest from 'supertest';
import { z } from 'zod';
import type { AuditLine } from '../../records/index.ts';
import { person } from '../../site/api/common.ts';
import { audited, file, type Routes, route } from '../../site/api/route.ts';
import { ApiError } from '../../site/server/errors.ts';
import type { Handlers } from '../../site/server/handler.ts';
import type { People } from '../../site/server/people.ts';
import { createSite, type SiteDeps } from '../../site/server/site.ts';
import { statusesOf } from '../../site/server/statuses.ts';

type User = { id: string; name: string };
const wang = { id: 'wang', name: '王' };

// A wing that asks after things: whoever owns a project may see it and change it.
const OWNERS: Record<string, string> = { p1: 'wang', p2: 'li' };
const SEE = { right: 'see-project', of: 'id' };
const id = z.strictObject({ id: z.string().regex(/^p\d$/, '应为项目编号') });

const routes = {
  readProject: route({
    method: 'get',
    path: '/api/projects/{id}',
    summary: 'A project',
    who: SEE,
    audited: audited('查看项目', 'id'),
    params: id,
    answer: z.object({ id: z.string() }),
    codes: { gone: 410 },
  }),
  findProject: route({
    method: 'get',
    path: '/api/project',
    summary: 'A project by query',
    who: SEE,
    query: id,
    answer: z.object({ id: z.string() }),
  }),
  readPaper: route({
    method: 'get',
    path: '/api/paper',
    summary: 'A file',
    who: 'signed-in',
    answer: file('application/pdf'),
  }),
  upload: route({
    method: 'post',
    path: '/api/upload',
    summary: 'A large body',
    who: 'anyone',
    audited: false,
    body: z.object({ text: z.string() }),
    limit: '1mb',
    answer: z.object({ length: z.number() }),
  }),
};

const people: People<User> = {
  userOf: (known) => (known === 'nobody' ? undefined : { id: known, name: known }),
  idOf: (known) => known,
  nameOf: (known) => known,
  may: async (user, right, thing = '') => right === SEE.right && OWNERS[thing] === user.id,
  mayNot: (right) => `没有${right}的权限`,
  notHere: (name) => `${name}不能进入`,
};

const usual: Handlers<typeof routes, User> = {
  readProject: async ({ params }) => ({ id: params.id }),
  findProject: async ({ query }) => ({ id: query.id }),
  readPaper: async () => ({ type: 'application/pdf', name: '批复.pdf', content: Buffer.from('x') }),
  upload: async ({ body }) => ({ length: body.text.length }),
};

async function site(
  handlers: Partial<Handlers<typeof routes, User>> = usual,
  beyond?: SiteDeps<User>['beyond'],
) {
  const lines: AuditLine[] = [];
  const handler = session({ secret: 'x', resave: false, saveUninitialized: false });
  const app = createSite(routes, handlers, {
    people,
    user: person,
    wing: 'a-wing',
    info: { title: 'T', description: 'D' },
    translate: (error) =>
      error instanceof RangeError ? new ApiError('gone', '没有了') : undefined,
    sessions: { cookie: 'connect.sid', path: '/', handler },
    checkPassword: async () => true,
    failsAfterMs: 0,
    now: () => new Date(),
    records: {
      ping: async () => {},
      keepAudit: async (line) => void lines.push(line),
      audit: async () => [],
    },
    clientFolder: 'nowhere',
    trustProxy: undefined,
    counters: (options) => new RateLimiterMemory(options),
    log: pino({ level: 'silent' }),
    beyond,
  });
  const agent = supertest.agent(app);
  const visit = await agent.get('/api/session').expect(200);
  let token: string = visit.body.csrfToken;
  async function signIn(userId: string) {
    const answer = await agent
      .post('/api/session')
      .set('x-csrf-token', token)
      .send({ userId, password: 'p' });
    token = answer.body.csrfToken ?? token;
    return answer;
  }
  return { agent, lines, signIn, token: () => token };
}

test('a right over one thing is asked with that thing, from the path or the query', async () => {
  const { agent, signIn } = await site();
  await agent.get('/api/projects/p1').expect(401);
  await signIn(wang.id);
  expect((await agent.get('/api/projects/p1').expect(200)).body).toEqual({ id: 'p1' });
  expect((await agent.get('/api/projects/p2').expect(403)).body).toEqual({
    code: 'not-allowed',
    message: '没有see-project的权限',
  });
  await agent.get('/api/project?id=p1').expect(200);
  await agent.get('/api/project?id=p2').expect(403);
  await agent.get('/api/projects/elsewhere').expect(400);
});

test('who is nobody in this wing does not get in, with the right password', async () => {
  const { signIn } = await site();
  const { status, body } = await signIn('nobody');
  expect([status, body]).toEqual([403, { code: 'no-role', message: 'nobody不能进入' }]);
});

test('looking is kept in the audit list where the route says so, and also when it is refused', async () => {
  const { agent, lines, signIn } = await site();
  await signIn(wang.id);
  await agent.get('/api/projects/p1');
  await agent.get('/api/projects/p2');
  await agent.get('/api/project?id=p1');
  expect(lines.map(({ action, target, result }) => [action, target, result])).toEqual([
    ['signIn', '', 'ok'],
    ['readProject', 'p1', 'ok'],
    ['readProject', 'p2', 'not-allowed'],
  ]);
});

test.each([
  ['bytes', () => Buffer.from('一份文件')],
  ['a stream', () => Readable.from([Buffer.from('一份'), Buffer.from('文件')])],
])('an answer may be a file: %s', async (_what, content) => {
  const readPaper = async () => ({ type: 'application/pdf', name: '批复.pdf', content: content() });
  const { agent, signIn } = await site({ readPaper });
  await agent.get('/api/paper').expect(401);
  await signIn(wang.id);
  const { headers, body } = await agent.get('/api/paper').expect(200);
  expect(headers['content-type']).toBe('application/pdf');
  expect(headers['content-disposition']).toContain(encodeURIComponent('批复.pdf'));
  expect(Buffer.from(body).toString()).toBe('一份文件');
});

test('a file of a kind that is not described is an error of ours', async () => {
  const readPaper = async () => ({ type: 'text/html', name: 'x', content: Buffer.from('<b>') });
  const { agent, signIn } = await site({ readPaper });
  await signIn(wang.id);
  expect((await agent.get('/api/paper').expect(500)).body.code).toBe('internal');
});

test('a body may be as large as the route says', async () => {
  const { agent, token } = await site();
  const send = (length: number) =>
    agent
      .post('/api/upload')
      .set('x-csrf-token', token())
      .send({ text: 'x'.repeat(length) });
  expect((await send(900_000).expect(200)).body).toEqual({ length: 900_000 });
  expect((await send(1_100_000).expect(413)).body.code).toBe('too-large');
});

test('an error has the status its route gives the code, an error of the wing’s own too', async () => {
  const failing = (error: Error) => ({
    readProject: async () => {
      throw error;
    },
  });
  for (const [error, status, code] of [
    [new ApiError('gone', '没有了'), 410, 'gone'],
    [new RangeError('of the wing'), 410, 'gone'],
    [new ApiError('never-described', '没有'), 500, 'internal'],
  ] as const) {
    const { agent, signIn } = await site(failing(error));
    await signIn(wang.id);
    const answer = await agent.get('/api/projects/p1');
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  }
});

test('a code that two routes give different statuses is found out at the start', () => {
  const twice: Routes = {
    ...routes,
    findProject: { ...routes.findProject, codes: { gone: 404 } },
  };
  expect(() => statusesOf(twice)).toThrow('findProject: gone is 410 elsewhere');
});

test('the description tells the right, the file and the codes of a route', async () => {
  const { agent } = await site();
  const { body } = await agent.get('/api/openapi.json').expect(200);
  const project = body.paths['/api/projects/{id}'].get;
  expect(project.description).toBe('Needs the right see-project over `id`.');
  expect(project.responses[410].description).toBe('gone');
  expect(Object.keys(body.paths['/api/paper'].get.responses[200].content)).toEqual([
    'application/pdf',
  ]);
});

describe('what is beyond the site', () => {
  const beyond: SiteDeps<User>['beyond'] = (kit) => async (request, response, next) => {
    const user = kit.signedIn(request);
    if (request.path === '/') return next();
    if (user === null) throw new ApiError('not-signed-in', '请登录');
    if (request.method !== 'GET') kit.checkCsrf(request);
    await kit.audit('pass', request.path, request, user, 'ok');
    response.json({ path: request.path, user });
  };

  test('answers requests of any path that are no operation, and knows who asks', async () => {
    const { agent, lines, signIn } = await site(usual, beyond);
    expect((await agent.get('/elsewhere').expect(401)).body.code).toBe('not-signed-in');
    await signIn(wang.id);
    const { body } = await agent.get('/elsewhere/1').expect(200);
    expect(body).toEqual({ path: '/elsewhere/1', user: { id: 'wang', name: 'wang' } });
    await agent.get('/api/elsewhere').expect(200);
    await agent.get('/api/projects/p2').expect(403);
    expect(lines.map(({ person, action, target }) => [person, action, target])).toContainEqual([
      'wang',
      'pass',
      '/elsewhere/1',
    ]);
  });

  test('lets only our own pages write', async () => {
    const { agent, signIn, token } = await site(usual, beyond);
    await signIn(wang.id);
    expect((await agent.post('/elsewhere').expect(403)).body.code).toBe('bad-csrf-token');
    await agent.post('/elsewhere').set('x-csrf-token', token()).expect(200);
    const foreign = agent.post('/elsewhere').set('x-csrf-token', token());
    expect((await foreign.set('sec-fetch-site', 'cross-site').expect(403)).body.code).toBe(
      'cross-site',
    );
  });

  test('leaves the pages what it lets through', async () => {
    const { agent } = await site(usual, beyond);
    expect((await agent.get('/').expect(503)).text).toContain('页面还没有生成');
  });
});
