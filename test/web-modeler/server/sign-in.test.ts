import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Express } from 'express';
import supertest from 'supertest';
import { FAILURES, VISITORS } from '../../../site/api/session.ts';
import { EDITOR, OUTSIDER, READER, useModeler } from './support/modeler.ts';

const use = useModeler();
// Limits are counted by application: each test has its own.
let app: Express;
beforeAll(() => {
  app = use.app();
});
afterEach(() => {
  use.ahead.ms = 0;
});

const cookie = (response: supertest.Response) => response.get('Set-Cookie')?.join('\n') ?? '';
const idOf = (response: supertest.Response) => /session=([^;]+)/.exec(cookie(response))?.[1];
const HOUR = 60 * 60_000;

test('a visitor is nobody and gets a token', async () => {
  const { body } = await supertest(app).get('/api/session').expect(200);
  expect(body).toEqual({
    user: null,
    signInBy: 'password',
    mustChangePassword: false,
    csrfToken: expect.stringMatching(/^[0-9a-f]{64,}$/),
  });
});

test('who signs in gets name and role, also at the next look', async () => {
  const visitor = await use.visitor(app);
  const { body } = await visitor
    .post('/api/session', { userId: EDITOR, password: 'demo' })
    .expect(200);
  expect(body.user).toEqual({ id: EDITOR, name: '张慧敏', role: 'editor' });
  const again = await visitor.get('/api/session').expect(200);
  expect(again.body).toEqual(body);
});

describe('the cookie', () => {
  test('is kept from scripts and other sites, and ends with half an hour of idleness', async () => {
    const response = await supertest(app).get('/api/session');
    expect(cookie(response)).toMatch(/HttpOnly/);
    expect(cookie(response)).toMatch(/SameSite=Strict/);
    expect(cookie(response)).toMatch(/Path=\/;/);
    const expires = Date.parse(/Expires=([^;]+)/.exec(cookie(response))?.[1] ?? '');
    expect(Math.abs(expires - Date.now() - HOUR / 2)).toBeLessThan(60_000);
  });

  test('is sent over TLS only when a trusted proxy speaks TLS', async () => {
    const behind = use.app({ trustProxy: 'loopback' });
    const tls = (at: Express) =>
      supertest(at).get('/api/session').set('x-forwarded-proto', 'https');
    expect(cookie(await tls(behind))).toMatch(/Secure/);
    expect(cookie(await tls(app))).not.toMatch(/Secure/);
  });

  test('of an earlier release, which a browser sends first, is taken away and hides nothing', async () => {
    const first = await supertest(app).get('/api/session');
    const token = { 'x-csrf-token': first.body.csrfToken as string };
    const signedIn = await supertest(app)
      .post('/api/session')
      .set({ cookie: `session=${idOf(first)}`, ...token })
      .send({ userId: EDITOR, password: 'demo' })
      .expect(200);
    const both = `session=${idOf(first)}; other=1; session=${idOf(signedIn)}`;
    const response = await supertest(app).get('/api/session').set('cookie', both);
    expect(response.body.user).toMatchObject({ id: EDITOR });
    expect(cookie(response)).toMatch(/session=; Path=\/api; Expires=Thu, 01 Jan 1970/);
  });

  test('names another session after the sign-in', async () => {
    const agent = supertest.agent(app);
    const before = await agent.get('/api/session');
    const after = await agent
      .post('/api/session')
      .set('x-csrf-token', before.body.csrfToken)
      .send({ userId: EDITOR, password: 'demo' })
      .expect(200);
    expect(idOf(after)).toBeDefined();
    expect(idOf(after)).not.toBe(idOf(before));
    expect(after.body.csrfToken).not.toBe(before.body.csrfToken);
    const stolen = await supertest(app)
      .get('/api/models')
      .set('Cookie', `session=${idOf(before)}`);
    expect(stolen.status).toBe(401);
  });
});

test('a session ends twelve hours after the sign-in, however much it is used', async () => {
  const editor = await use.signedIn(EDITOR, app);
  use.ahead.ms = 12 * HOUR - 60_000;
  await editor.get('/api/models').expect(200);
  use.ahead.ms = 12 * HOUR + 60_000;
  const { body } = await editor.get('/api/models').expect(401);
  expect(body.code).toBe('not-signed-in');
  expect((await editor.get('/api/session')).body.user).toBeNull();
});

test('who has signed out is nobody, with the old cookie too', async () => {
  const editor = await use.signedIn(EDITOR, app);
  const before = editor.agent.jar.getCookie('session', {
    domain: '127.0.0.1',
    path: '/',
    secure: false,
    script: false,
  });
  await editor.delete('/api/session').expect(200, {});
  await editor.get('/api/models').expect(401);
  await supertest(app).get('/api/models').set('Cookie', `session=${before?.value}`).expect(401);
});

test('an edit of the organisation file counts at once', async () => {
  const text = readFileSync(use.organizationFile, 'utf8');
  const reader = await use.signedIn(READER, app);
  const role = async () => (await reader.get('/api/session')).body.user?.role;
  expect(await role()).toBe('reader');
  writeFileSync(
    use.organizationFile,
    text.replace('{ person: fagai.li, role: reader }', '{ person: fagai.li, role: publisher }'),
  );
  expect(await role()).toBe('publisher');
  writeFileSync(use.organizationFile, text.replace('  - { person: fagai.li, role: reader }\n', ''));
  expect(await role()).toBeUndefined();
  await reader.get('/api/models').expect(401);
  writeFileSync(use.organizationFile, text);
  expect(await role()).toBe('reader');
});

describe('refusals', () => {
  test('an unknown user and a wrong password are answered alike, and not at once', async () => {
    const slow = use.app({ failsAfterMs: 300 });
    const tries = [
      { userId: EDITOR, password: 'wrong' },
      { userId: 'no.body', password: 'demo' },
    ];
    const answers = [];
    for (const body of tries) {
      const visitor = await use.visitor(slow);
      const from = performance.now();
      const response = await visitor.post('/api/session', body).expect(401);
      expect(performance.now() - from).toBeGreaterThan(290);
      answers.push(response.body);
    }
    expect(answers[0]).toEqual({
      code: 'bad-credentials',
      message: '登录名或密码不正确，请重新填写。连续多次不正确的，请过 15 分钟再试。',
    });
    expect(answers[1]).toEqual(answers[0]);
  });

  test('somebody without a role is told so, after the password', async () => {
    const visitor = await use.visitor(app);
    const right = await visitor.post('/api/session', { userId: OUTSIDER, password: 'demo' });
    expect([right.status, right.body.code]).toEqual([403, 'no-role']);
    const wrong = await visitor.post('/api/session', { userId: OUTSIDER, password: 'no' });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'bad-credentials']);
    expect((await visitor.get('/api/session')).body.user).toBeNull();
  });

  test('empty fields are named', async () => {
    const visitor = await use.visitor(app);
    const { body } = await visitor.post('/api/session', { userId: '', password: '' }).expect(400);
    expect(body).toMatchObject({ code: 'bad-request', message: '请填写登录名；请填写密码' });
  });
});

describe('limits', () => {
  const wrong = (userId: string) => ({ userId, password: 'wrong' });

  test('after ten failures with a login name, the right password does not help any more', async () => {
    const own = use.app({ failsAfterMs: 0 });
    const visitor = await use.visitor(own);
    const first = await visitor.post('/api/session', wrong(READER)).expect(401);
    for (let i = 1; i < FAILURES.ofPersonAtAddress.most; i += 1) {
      await visitor.post('/api/session', wrong(READER)).expect(401);
    }
    const right = { userId: READER, password: 'demo' };
    // Another answer would tell that there is such a person.
    expect((await visitor.post('/api/session', right).expect(401)).body).toEqual(first.body);
    // Somebody else at the same address still can.
    await use.signedIn(EDITOR, own);
  });

  test('what is no id of the organisation is never asked after, also one that looks like an id', async () => {
    const asked: string[] = [];
    const checkPassword = async (id: string) => asked.push(id) > 0;
    const visitor = await use.visitor(use.app({ failsAfterMs: 0, checkPassword }));
    for (const userId of [READER.toUpperCase(), `${READER} `, 'demo', 'toString']) {
      await visitor.post('/api/session', { userId, password: 'demo' }).expect(401);
    }
    expect(asked).toEqual([]);
    await visitor.post('/api/session', { userId: READER, password: 'demo' }).expect(200);
    expect(asked).toEqual([READER]);
  });

  test('signing in with success is never too often', async () => {
    const own = use.app({ failsAfterMs: 0 });
    for (let i = 0; i < FAILURES.ofPersonAtAddress.most + 2; i += 1)
      await use.signedIn(EDITOR, own);
  });

  test('an address may fail fifty times with whatever names', async () => {
    const own = use.app({ failsAfterMs: 0 });
    const visitor = await use.visitor(own);
    for (let i = 0; i < FAILURES.ofAddress.most; i += 1) {
      await visitor.post('/api/session', wrong(`nobody${i}`)).expect(401);
    }
    const { body, headers } = await visitor
      .post('/api/session', { userId: EDITOR, password: 'demo' })
      .expect(429);
    expect(body).toEqual({
      code: 'too-many-attempts',
      message: '尝试次数过多，请过 15 分钟再试。',
    });
    expect(Number(headers['retry-after'])).toBeGreaterThan(800);
  });

  test('an address may have three hundred visitors, each of whom looks as often as they like', async () => {
    const own = use.app();
    const first = await use.visitor(own);
    const agent = supertest(own);
    for (let i = 1; i < VISITORS.most; i += 1) await agent.get('/api/session').expect(200);
    const { body } = await agent.get('/api/session').expect(429);
    expect(body.code).toBe('too-many-attempts');
    await first.get('/api/session').expect(200);
  });
});
