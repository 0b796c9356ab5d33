import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Express } from 'express';
import session from 'express-session';
import pg from 'pg';
import { pino } from 'pino';
import supertest from 'supertest';
import type { AuditLine } from '../../records/index.ts';
import { person } from '../../site/api/common.ts';
import { FAILURES } from '../../site/api/session.ts';
import { countersIn } from '../../site/server/limits.ts';
import { createSite } from '../../site/server/site.ts';
import { useRecords } from '../support/use-records.ts';

// Several sites over one database, as several gateways are; each request says where it comes from.
const use = useRecords();
const pools: pg.Pool[] = [];
const PEOPLE = ['wang', 'li'];
let asked: string[] = [];
let lines: AuditLine[] = [];
/** What the sign-in's own service answers. */
let service: (password: string) => Promise<boolean>;
let site: Express;

function startSite(): Express {
  const pool = new pg.Pool({ connectionString: use.url, connectionTimeoutMillis: 2_000 });
  pool.on('error', () => {});
  pools.push(pool);
  return createSite(
    {},
    {},
    {
      people: {
        userOf: (id) => ({ id, name: id }),
        idOf: (typed) => PEOPLE.find((id) => id === typed),
        nameOf: (id) => id,
        may: () => true,
        mayNot: String,
        notHere: String,
      },
      user: person,
      info: { title: 'T', description: 'D' },
      wing: 'test',
      translate: () => undefined,
      sessions: {
        cookie: 'session',
        path: '/',
        handler: session({ secret: 'x', resave: false, saveUninitialized: false, name: 'session' }),
      },
      checkPassword: async (id, password) => {
        asked.push(id);
        return service(password);
      },
      failsAfterMs: 0,
      now: () => new Date(),
      records: {
        ping: use.records.ping,
        audit: use.records.audit,
        keepAudit: async (line) => void lines.push(line),
      },
      clientFolder: 'nowhere',
      trustProxy: 'loopback',
      counters: countersIn(pool),
      log: pino({ level: 'silent' }),
    },
  );
}

/** Tries to sign in; the password is wrong unless it is said to be right. */
async function trySignIn(
  at: Express,
  userId: string,
  { from = '192.0.2.1', password = 'wrong' } = {},
) {
  const agent = supertest.agent(at);
  // Visitors are counted, too, but by other addresses here.
  const visit = await agent.get('/api/session').set('x-forwarded-for', visitorsAddress());
  return agent
    .post('/api/session')
    .set('x-forwarded-for', from)
    .set('x-csrf-token', visit.body.csrfToken)
    .send({ userId, password });
}

let visits = 0;
function visitorsAddress(): string {
  visits += 1;
  return `10.1.${visits >> 8}.${visits & 255}`;
}

async function fail(times: number, at: Express, userId: string, from: (i: number) => string) {
  for (let i = 0; i < times; i += 1) await trySignIn(at, userId, { from: from(i) });
}

const RIGHT = { password: 'right' };
const elsewhere = (i: number) => `198.51.100.${i}`;
const AT_ONE_PLACE = FAILURES.ofPersonAtAddress.most;

/** As if these minutes had passed for what is counted. */
const pass = (minutes: number) =>
  use.sql.query('update tries set expire = expire - $1', [minutes * 60_000]);

const lockouts = () =>
  lines
    .filter(({ result }) => result === 'too-many-attempts')
    .map(({ person: who, from }) => `${who} ${from}`);

beforeAll(() => {
  site = startSite();
});
beforeEach(async () => {
  await use.sql.query('truncate tries');
  asked = [];
  lines = [];
  service = async (password) => password === 'right';
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
});

test('two sites over one database count together, and a site that starts later knows it', async () => {
  const other = startSite();
  for (let i = 0; i < AT_ONE_PLACE; i += 1) await trySignIn(i % 2 ? site : other, 'wang');
  expect(asked).toHaveLength(AT_ONE_PLACE);
  for (const at of [site, other, startSite()]) {
    expect((await trySignIn(at, 'wang', RIGHT)).status).toBe(401);
  }
  expect(asked).toHaveLength(AT_ONE_PLACE);
  expect((await trySignIn(startSite(), 'li', RIGHT)).status).toBe(200);
});

test('tries at the same moment are all counted before any is made', async () => {
  await Promise.all(Array.from({ length: 30 }, () => trySignIn(site, 'wang')));
  expect(asked).toHaveLength(AT_ONE_PLACE);
});

test('after a quarter of an hour one may try again, however often one tried meanwhile', async () => {
  await fail(AT_ONE_PLACE, site, 'wang', () => '192.0.2.1');
  await pass(10);
  await fail(5, site, 'wang', () => '192.0.2.1');
  expect((await trySignIn(site, 'wang', RIGHT)).status).toBe(401);
  await pass(6);
  expect((await trySignIn(site, 'wang', RIGHT)).status).toBe(200);
});

test('a success is no failure and takes none back', async () => {
  for (let i = 1; i < AT_ONE_PLACE; i += 1) await trySignIn(site, 'wang');
  expect((await trySignIn(site, 'wang', RIGHT)).status).toBe(200);
  expect((await trySignIn(site, 'wang')).status).toBe(401);
  expect((await trySignIn(site, 'wang', RIGHT)).status).toBe(401);
});

test('of IPv6 it is the subscriber who counts, and IPv4 is the same in both notations', async () => {
  // 2001:db8:0:1xx is one /56, 2001:db8:0:2xx another.
  await fail(AT_ONE_PLACE, site, 'wang', (i) => `2001:db8:0:1${i}0::${i}`);
  const tried = (from: string) => trySignIn(site, 'wang', { ...RIGHT, from });
  expect((await tried('2001:db8:0:1ff:a:b:c:d')).status).toBe(401);
  expect((await tried('2001:db8:0:200::1')).status).toBe(200);
  await fail(AT_ONE_PLACE, site, 'li', () => '::ffff:192.0.2.77');
  expect((await trySignIn(site, 'li', { ...RIGHT, from: '192.0.2.77' })).status).toBe(401);
});

test('an unknown id is counted by address alone, is asked after nowhere and answered alike', async () => {
  await fail(AT_ONE_PLACE + 1, site, 'wang', () => '192.0.2.8');
  const locked = await trySignIn(site, 'wang', { from: '192.0.2.8' });
  asked = [];
  const answers = new Set([
    JSON.stringify([locked.status, locked.body, locked.headers['retry-after']]),
  ]);
  for (let i = 0; i < FAILURES.ofPerson.most + 5; i += 1) {
    const { status, body, headers } = await trySignIn(site, 'WANG', { ...RIGHT });
    answers.add(JSON.stringify([status, body, headers['retry-after']]));
  }
  expect(answers.size).toBe(1);
  expect(asked).toEqual([]);
  const { rows } = await use.sql.query(`select key from tries where key like '%WANG%'`);
  expect(rows).toEqual([]);
});

test('an address is held back with whatever names, and told for how long', async () => {
  await fail(FAILURES.ofAddress.most, site, 'nobody', () => '192.0.2.9');
  const { status, body, headers } = await trySignIn(site, 'wang', { ...RIGHT, from: '192.0.2.9' });
  expect([status, body.code]).toEqual([429, 'too-many-attempts']);
  expect(Number(headers['retry-after'])).toBeGreaterThan(800);
  expect(asked).toEqual([]);
  expect((await trySignIn(site, 'wang', { ...RIGHT, from: '192.0.2.10' })).status).toBe(200);
});

test('guessing from many addresses is held back, and for longer the longer it lasts', async () => {
  await fail(FAILURES.ofPerson.most + 5, site, 'wang', elsewhere);
  expect(asked).toHaveLength(FAILURES.ofPerson.most);
  // A quarter of an hour later there is another round, until the day's are used up.
  for (let round = 1; round < 5; round += 1) {
    await pass(15.1);
    await fail(FAILURES.ofPerson.most + 5, site, 'wang', (i) => elsewhere(i + 25 * round));
  }
  expect(asked).toHaveLength(FAILURES.ofPersonInADay.most);
  await pass(24 * 60);
  expect((await trySignIn(site, 'wang', { ...RIGHT, from: '203.0.113.1' })).status).toBe(200);
});

test('a flood from everywhere does not keep a person out where they have signed in before', async () => {
  expect((await trySignIn(site, 'wang', RIGHT)).status).toBe(200);
  await fail(FAILURES.ofPerson.most + 5, site, 'wang', elsewhere);
  expect((await trySignIn(site, 'wang', { ...RIGHT, from: '203.0.113.2' })).status).toBe(401);
  expect((await trySignIn(site, 'wang', RIGHT)).status).toBe(200);
  // There, too, one may not guess for ever; and it is the place of this person alone.
  await fail(AT_ONE_PLACE, site, 'wang', () => '192.0.2.1');
  expect((await trySignIn(site, 'wang', RIGHT)).status).toBe(401);
  await fail(FAILURES.ofPerson.most, site, 'li', elsewhere);
  expect((await trySignIn(site, 'li', RIGHT)).status).toBe(401);
});

test('a lockout is one line in the audit list, whoever is told of it', async () => {
  await fail(AT_ONE_PLACE + 8, site, 'wang', () => '192.0.2.1');
  await fail(FAILURES.ofAddress.most + 8, startSite(), 'nobody', () => '192.0.2.9');
  expect(lockouts()).toEqual(['wang 192.0.2.1', 'nobody 192.0.2.9']);
});

test('what has expired an hour ago is removed, and nothing else', async () => {
  const now = Date.now();
  await use.sql.query(`insert into tries values ('old', 1, $1), ('new', 1, $2)`, [
    now - 3_700_000,
    now - 3_500_000,
  ]);
  jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'setImmediate', 'queueMicrotask'] });
  startSite();
  jest.advanceTimersByTime(5 * 60_000);
  jest.useRealTimers();
  const left = async () => (await use.sql.query('select key from tries order by key')).rows;
  while ((await left()).length > 1) await sleep(10);
  expect(await left()).toEqual([{ key: 'new' }]);
});

test('that the password could not be looked at is nobody’s failure', async () => {
  service = async () => {
    throw new Error('away');
  };
  for (let i = 0; i < AT_ONE_PLACE + 2; i += 1) {
    expect((await trySignIn(site, 'wang', RIGHT)).status).toBe(500);
  }
});

test('while nothing can be counted nobody is let through', async () => {
  const at = startSite();
  const agent = supertest.agent(at);
  const { body } = await agent.get('/api/session').expect(200);
  await use.postgres.stop();
  const answer = await agent
    .post('/api/session')
    .set('x-csrf-token', body.csrfToken)
    .send({ userId: 'wang', password: 'right' });
  expect([answer.status, answer.body.code]).toEqual([503, 'records-unavailable']);
  expect(answer.body.message).toBe('数据库暂时无法访问，请稍后再试。');
  expect(asked).toEqual([]);
  await use.postgres.start();
});
