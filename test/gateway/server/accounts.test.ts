import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { waitFor } from '../../../engine/wait.ts';
import type { SignedInSession } from '../../../gateway/api/session.ts';
import { routes } from '../../../gateway/server/handlers.ts';
import {
  ADMINISTRATOR,
  type Browser,
  CLERK,
  DEMO,
  OTHER_ADMINISTRATOR,
  OTHER_CLERK,
  OWN,
  useGateway,
} from '../support/gateway.ts';

const use = useGateway();
const NEXT = 'correct horse battery staple';

beforeEach(async () => {
  await use.sql.query('delete from accounts');
  await use.sql.query('delete from sessions');
});
afterEach(() => {
  use.ahead.ms = 0;
});

const isIn = async (browser: Browser) =>
  (await browser.get('/api/session').expect(200)).body.user !== null;
const sessionsOf = async (browser: Browser): Promise<SignedInSession[]> =>
  (await browser.get('/api/account').expect(200)).body.sessions;

describe('one’s own account', () => {
  test('tells where one is signed in, which of it is here, and since when', async () => {
    const there = await use.signedIn(CLERK);
    const visitor = await use.visitor();
    await visitor
      .send('post', '/api/session', { userId: CLERK, password: DEMO })
      .set('user-agent', 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0')
      .expect(200);
    const { body } = await there.get('/api/account').expect(200);
    expect(body).toMatchObject({ password: 'demo', setAt: null });
    const sessions: SignedInSession[] = body.sessions;
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ current }) => !current);
    expect(other?.device).toContain('Firefox/140.0');
    expect(other?.from).toMatch(/127\.0\.0\.1$/);
    for (const { since, lastUsed } of sessions) {
      expect(Math.abs(Date.parse(since) - Date.now())).toBeLessThan(60_000);
      expect(Math.abs(Date.parse(lastUsed) - Date.now())).toBeLessThan(60_000);
    }
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
  });

  test('when a session was last used is kept to the minute', async () => {
    const clerk = await use.signedIn(CLERK);
    const ends = async () => {
      const { rows } = await use.sql.query('select expire from sessions');
      return rows[0].expire.getTime();
    };
    const before = await ends();
    await clerk.get('/api/account').expect(200);
    expect(await ends()).toBe(before);
    await use.sql.query("update sessions set expire = expire - interval '2 minutes'");
    await clerk.get('/api/account').expect(200);
    // The first time was written in whole seconds; nobody's answer waits for the note.
    await waitFor('the note', async () => (await ends()) > before - 1_000, { withinMs: 10_000 });
  });

  test('one’s own sessions can be ended, nobody else’s', async () => {
    const [here, there] = [await use.signedIn(CLERK), await use.signedIn(CLERK)];
    const stranger = await use.signedIn(OTHER_CLERK);
    const key = (await sessionsOf(there)).find(({ current }) => current)?.key;
    await stranger.send('delete', `/api/account/sessions/${key}`).expect(200);
    expect(await isIn(there)).toBe(true);
    await here.send('delete', `/api/account/sessions/${key}`).expect(200);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect((await use.audited('endMySession'))[0]).toEqual([CLERK, '', 'ok']);
  });

  test('a new password takes the old one, ends every other session, and gives this one a new id', async () => {
    const [here, there] = [await use.signedIn(CLERK), await use.signedIn(CLERK)];
    const before = (await sessionsOf(here)).find(({ current }) => current)?.key;
    const wrong = { before: 'wrong', after: OWN };
    const refused = await here.send('put', '/api/session/password', wrong).expect(403);
    expect(refused.body.code).toBe('wrong-password');
    const right = { before: DEMO, after: OWN };
    await here.send('put', '/api/session/password', right).expect(200);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    const [only, ...others] = await sessionsOf(here);
    expect(others).toEqual([]);
    expect(only?.key).not.toBe(before);
    const visitor = await use.visitor();
    await visitor.send('post', '/api/session', { userId: CLERK, password: DEMO }).expect(401);
    const again = await use.signedIn(CLERK, OWN);
    expect((await again.get('/api/account')).body.password).toBe('own');
    expect((await use.audited('changePassword')).slice(0, 2)).toEqual([
      [CLERK, '', 'ok'],
      [CLERK, '', 'wrong-password'],
    ]);
  });

  test('whoever has a session without the password cannot guess that for long', async () => {
    const app = await use.app();
    const clerk = await use.signedIn(CLERK, DEMO, app);
    const change = (before: string) =>
      clerk.send('put', '/api/session/password', { before, after: NEXT });
    for (let n = 0; n < 10; n += 1) await change(`wrong${n}`).expect(403);
    await change(DEMO).expect(429);
  });
});

describe('looking after accounts', () => {
  test('tells of everybody of the organisation, and of nobody else', async () => {
    await use.records.setPassword({ person: 'left', kind: 'own', hash: 'x', setAt: new Date() });
    await use.passwords.reset(OTHER_CLERK);
    await use.signedIn(CLERK);
    const administrator = await use.signedIn(ADMINISTRATOR);
    const { body } = await administrator.get('/api/accounts').expect(200);
    const of = (id: string) => body.accounts.find((account: { id: string }) => account.id === id);
    expect(of(CLERK)).toEqual({
      ...{ id: CLERK, name: '唐婉清', body: '市教育局', position: '经办人' },
      ...{ administrator: false, password: 'demo', setAt: null, sessions: 1 },
    });
    expect(of(OTHER_CLERK)).toMatchObject({
      password: 'first',
      setAt: expect.any(String),
      sessions: 0,
    });
    expect(of(ADMINISTRATOR)).toMatchObject({ administrator: true });
    expect(of('left')).toBeUndefined();
  });

  test('a reset gives a first password, ends what there was, and is in the audit list without it', async () => {
    const clerk = await use.signedIn(CLERK);
    const administrator = await use.signedIn(ADMINISTRATOR);
    const answer = await administrator.send('post', `/api/accounts/${CLERK}/password`).expect(200);
    const { password } = answer.body;
    expect(await isIn(clerk)).toBe(false);
    const visitor = await use.visitor();
    await visitor.send('post', '/api/session', { userId: CLERK, password: DEMO }).expect(401);
    const again = await use.signedIn(CLERK, password);
    expect((await again.get('/api/session')).body.mustChangePassword).toBe(true);
    expect((await use.audited('resetPassword'))[0]).toEqual([ADMINISTRATOR, CLERK, 'ok']);
    const { rows } = await use.sql.query('select row_to_json(audit)::text as line from audit');
    expect(rows.filter(({ line }) => line.includes(password))).toEqual([]);
    expect(use.lines.filter((line) => line.includes(password))).toEqual([]);
  });

  test('one’s own password is not reset, nor that of somebody who is not there', async () => {
    const administrator = await use.signedIn(ADMINISTRATOR);
    const own = await administrator
      .send('post', `/api/accounts/${ADMINISTRATOR}/password`)
      .expect(409);
    expect(own.body.code).toBe('own-account');
    await administrator.send('post', '/api/accounts/no.body/password').expect(404);
    await administrator.get('/api/accounts/no.body/sessions').expect(404);
    await administrator.send('delete', '/api/accounts/no.body/sessions').expect(404);
    expect(await use.records.accounts()).toEqual([]);
  });

  test('anybody’s sessions are told and ended, one or all', async () => {
    const [one, two] = [await use.signedIn(CLERK), await use.signedIn(CLERK)];
    const three = await use.signedIn(CLERK);
    const administrator = await use.signedIn(ADMINISTRATOR);
    const { body } = await administrator.get(`/api/accounts/${CLERK}/sessions`).expect(200);
    expect(body.sessions).toHaveLength(3);
    const key = (await sessionsOf(one)).find(({ current }) => current)?.key;
    // Not among those of another person.
    await administrator.send('delete', `/api/accounts/${OTHER_CLERK}/sessions/${key}`).expect(200);
    expect(await isIn(one)).toBe(true);
    await administrator.send('delete', `/api/accounts/${CLERK}/sessions/${key}`).expect(200);
    expect([await isIn(one), await isIn(two)]).toEqual([false, true]);
    await administrator.send('delete', `/api/accounts/${CLERK}/sessions`).expect(200);
    expect([await isIn(two), await isIn(three), await isIn(administrator)]).toEqual([
      ...[false, false, true],
    ]);
    expect((await use.audited('endSession')).slice(0, 2)).toEqual([
      [ADMINISTRATOR, CLERK, 'ok'],
      [ADMINISTRATOR, OTHER_CLERK, 'ok'],
    ]);
    expect((await use.audited('endSessions'))[0]).toEqual([ADMINISTRATOR, CLERK, 'ok']);
  });

  test('the audit list is told with words and lines of every wing', async () => {
    const administrator = await use.signedIn(OTHER_ADMINISTRATOR);
    await use.records.keepAudit({
      ...{ request: '00000000-0000-4000-8000-000000000001', at: new Date(), person: 'shuju.liu' },
      ...{ personName: '刘子涵', action: 'saveModel', actionWords: '保存', wing: 'web-modeler' },
      ...{ target: 'a/b.bpmn', from: '', result: 'ok' },
    });
    const { body } = await administrator.get('/api/audit').expect(200);
    expect(body.entries[0]).toMatchObject({ actionWords: '保存', wing: 'web-modeler' });
    expect(body.entries[1]).toMatchObject({ actionWords: '登录', by: { id: OTHER_ADMINISTRATOR } });
  });
});

describe('what each operation asks for, told a second time', () => {
  const NEEDED: Record<string, 'signed-in' | 'administer'> = {
    readAccount: 'signed-in',
    endMySession: 'signed-in',
    listAccounts: 'administer',
    resetPassword: 'administer',
    listSessions: 'administer',
    endSession: 'administer',
    endSessions: 'administer',
    readAudit: 'administer',
  };
  let clerk: Browser;
  beforeAll(async () => {
    expect(Object.keys(routes)).toEqual(Object.keys(NEEDED));
  });
  beforeEach(async () => {
    clerk = await use.signedIn(CLERK);
  });

  test.each(Object.entries(NEEDED))('%s: %s', async (name, needed) => {
    const route = routes[name];
    if (route === undefined) throw new Error(`no ${name}`);
    const path = route.path.replace('{id}', OTHER_CLERK).replace('{key}', '0'.repeat(64));
    const ask = ({ agent, token }: Pick<Browser, 'agent' | 'token'>) =>
      agent[route.method](path).set('x-csrf-token', token);
    const nobody = await ask({ agent: supertest.agent(await use.app()), token: '' });
    expect([nobody.status, nobody.body.code]).toEqual([401, 'not-signed-in']);
    const answer = await ask(clerk);
    if (needed === 'signed-in') expect(answer.status).toBe(200);
    else expect([answer.status, answer.body.code]).toEqual([403, 'not-allowed']);
  });
});
