import { describe, expect, test } from '@jest/globals';
import { demoPasswordAt } from '../../../site/server/sign-in/accounts.ts';
import {
  ADMINISTRATOR,
  type Browser,
  CLERK,
  DEMO,
  OTHER_CLERK,
  OWN,
  useGateway,
  without,
} from '../support/gateway.ts';

const use = useGateway();

const me = async (browser: Browser) => (await browser.get('/api/session').expect(200)).body.user;

test('everybody of the organisation comes in, and is told what is open to them', async () => {
  expect(await me(await use.signedIn(CLERK))).toEqual({
    id: CLERK,
    name: '唐婉清',
    body: '市教育局',
    position: '经办人',
    modelerRole: null,
    operatorRole: null,
    administrator: false,
  });
  expect(await me(await use.signedIn('shuju.zhang'))).toMatchObject({
    modelerRole: 'editor',
    operatorRole: 'operator',
  });
  expect(await me(await use.signedIn(ADMINISTRATOR))).toMatchObject({ administrator: true });
});

test('every failure is answered alike, and stands in the audit list', async () => {
  const answers = [];
  for (const [userId, password] of [
    [CLERK, 'wrong'],
    ['no.body', DEMO],
    [CLERK.toUpperCase(), DEMO],
  ]) {
    const visitor = await use.visitor();
    answers.push(await visitor.send('post', '/api/session', { userId, password }).expect(401));
  }
  for (const { body } of answers) {
    expect(body).toEqual({ code: 'bad-credentials', message: answers[0]?.body.message });
  }
  expect((await use.audited('signIn')).slice(0, 3)).toEqual([
    [CLERK.toUpperCase(), '', 'bad-credentials'],
    ['no.body', '', 'bad-credentials'],
    [CLERK, '', 'bad-credentials'],
  ]);
});

test('signing in and out, a lockout, and each in words stand in the audit list', async () => {
  const clerk = await use.signedIn(CLERK);
  await clerk.send('delete', '/api/session').expect(200);
  const app = await use.app();
  const visitor = await use.visitor(app);
  for (let n = 0; n < 12; n += 1) {
    await visitor.send('post', '/api/session', { userId: OTHER_CLERK, password: 'wrong' });
  }
  const lines = await use.records.audit(undefined, 13);
  expect(lines[0]).toMatchObject({
    ...{ person: OTHER_CLERK, action: 'signIn', actionWords: '登录', wing: 'gateway' },
    result: 'too-many-attempts',
  });
  expect(lines.filter(({ result }) => result === 'too-many-attempts')).toHaveLength(1);
  expect(lines.at(-2)).toMatchObject({ person: CLERK, actionWords: '退出登录', result: 'ok' });
});

test('who leaves the organisation file is out with the next request, and cannot come in again', async () => {
  const clerk = await use.signedIn(CLERK);
  await clerk.get('/api/account').expect(200);
  await without(use.organizationFile, CLERK, async () => {
    expect(await me(clerk)).toBeNull();
    await clerk.get('/api/account').expect(401);
    const change = { before: DEMO, after: OWN };
    await clerk.send('put', '/api/session/password', change).expect(401);
    const visitor = await use.visitor();
    await visitor.send('post', '/api/session', { userId: CLERK, password: DEMO }).expect(401);
  });
});

describe('the demo password', () => {
  const tried = async (host: string, proxied: boolean) => {
    const demoPassword = demoPasswordAt({ host, proxied }, DEMO);
    const visitor = await use.visitor(await use.app({}, demoPassword ?? null));
    return visitor.send('post', '/api/session', { userId: CLERK, password: DEMO });
  };

  test('opens nothing where people of other machines come in', async () => {
    expect((await tried('127.0.0.1', false)).status).toBe(200);
    expect((await tried('0.0.0.0', false)).status).toBe(401);
    expect((await tried('127.0.0.1', true)).status).toBe(401);
  });
});

describe('a first password', () => {
  const first = async () => {
    const password = await use.passwords.reset(OTHER_CLERK);
    return { password, browser: await use.signedIn(OTHER_CLERK, password) };
  };

  test('opens nothing but choosing another one', async () => {
    const { password, browser } = await first();
    const { body } = await browser.get('/api/session').expect(200);
    expect(body).toMatchObject({ user: null, mustChangePassword: true });
    await browser.get('/api/account').expect(401);
    const weak = await browser
      .send('put', '/api/session/password', { before: password, after: 'fagaili' })
      .expect(422);
    expect(weak.body.message).toContain('12');
    const changed = await browser
      .send('put', '/api/session/password', { before: password, after: OWN })
      .expect(200);
    expect(changed.body).toMatchObject({ user: { id: OTHER_CLERK }, mustChangePassword: false });
    await browser.get('/api/account').expect(200);
    expect((await use.audited('changePassword')).slice(0, 2)).toEqual([
      [OTHER_CLERK, '', 'ok'],
      [OTHER_CLERK, '', 'weak-password'],
    ]);
    await use.signedIn(OTHER_CLERK, OWN);
  });

  test('opens nothing after twelve hours either', async () => {
    const { password, browser } = await first();
    use.ahead.ms = 12 * 60 * 60_000 + 60_000;
    const change = { before: password, after: OWN };
    await browser.send('put', '/api/session/password', change).expect(401);
    expect((await browser.get('/api/session')).body.mustChangePassword).toBe(false);
    use.ahead.ms = 0;
  });
});

test('only our own page chooses a password, with the session’s own token', async () => {
  const clerk = await use.signedIn(CLERK);
  const change = { before: DEMO, after: OWN };
  await clerk.agent.put('/api/session/password').send(change).expect(403);
  const foreign = clerk.send('put', '/api/session/password', change);
  await foreign.set('sec-fetch-site', 'cross-site').expect(403);
  expect(await use.records.account(CLERK)).toBeUndefined();
});
