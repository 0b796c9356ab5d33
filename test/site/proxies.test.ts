import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import session from 'express-session';
import { pino } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import supertest from 'supertest';
import type { AuditLine } from '../../records/index.ts';
import { person } from '../../site/api/common.ts';
import { createSite } from '../../site/server/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'tls-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A site with this many proxies before it, and where its audit list says tries come from. */
function site(trustProxy: number | string | undefined) {
  const lines: AuditLine[] = [];
  const cookie = { httpOnly: true, sameSite: 'strict', secure: 'auto' } as const;
  const app = createSite(
    {},
    {},
    {
      people: {
        userOf: (id) => ({ id, name: id }),
        idOf: (id) => id,
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
        handler: session({
          ...{ secret: 'x', name: 'session', resave: false, saveUninitialized: false, cookie },
        }),
      },
      checkPassword: async () => false,
      failsAfterMs: 0,
      now: () => new Date(),
      records: {
        ping: async () => {},
        audit: async () => [],
        keepAudit: async (line) => void lines.push(line),
      },
      clientFolder: 'nowhere',
      trustProxy,
      counters: (options) => new RateLimiterMemory(options),
      log: pino({ level: 'silent' }),
    },
  );
  return { app, lines };
}

async function comesFrom(trustProxy: number | string | undefined, forwarded: string) {
  const { app, lines } = site(trustProxy);
  const agent = supertest.agent(app);
  const { body } = await agent.get('/api/session').expect(200);
  await agent
    .post('/api/session')
    .set('x-csrf-token', body.csrfToken)
    .set('x-forwarded-for', forwarded)
    .send({ userId: 'wang', password: 'wrong' })
    .expect(401);
  return lines[0]?.from.replace('::ffff:', '');
}

// What a client writes itself stands first; each proxy adds whom it was asked by.
const CHAIN = '203.0.113.66, 198.51.100.7, 10.0.0.2';

test.each<[string, number | string | undefined, string]>([
  ['no proxy: nothing is believed', undefined, '127.0.0.1'],
  ['one: whom it was asked by', 1, '10.0.0.2'],
  ['two: whom the outer one was asked by', 2, '198.51.100.7'],
  ['by address: the first who is none of them', 'loopback, 10.0.0.2', '198.51.100.7'],
  ['other addresses than whoever asks: nothing is believed', '10.0.0.2', '127.0.0.1'],
])('where a request comes from, with %s', async (_proxies, trust, address) => {
  expect(await comesFrom(trust, CHAIN)).toBe(address);
});

test('whoever writes another address each time is counted as one all the same', async () => {
  const { app } = site(1);
  const agent = supertest.agent(app);
  const { body } = await agent.get('/api/session');
  const statuses = [];
  for (let i = 0; i < 51; i += 1) {
    const { status } = await agent
      .post('/api/session')
      .set('x-csrf-token', body.csrfToken)
      .set('x-forwarded-for', `203.0.113.${i}, 198.51.100.7`)
      .send({ userId: `nobody${i}`, password: 'wrong' });
    statuses.push(status);
  }
  expect(statuses.at(-1)).toBe(429);
});

const cookieOf = (response: supertest.Response) => response.get('Set-Cookie')?.join() ?? '';

test('the cookie is for TLS alone where a proxy that is trusted speaks it', async () => {
  const visit = (trust: number | undefined) =>
    supertest(site(trust).app).get('/api/session').set('x-forwarded-proto', 'https');
  expect(cookieOf(await visit(1))).toMatch(/; Secure/);
  expect(cookieOf(await visit(undefined))).not.toMatch(/Secure/);
});

test('the cookie is for TLS alone where the site speaks it itself', async () => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
    ...['-subj', '/CN=localhost', '-days', '1', '-keyout', key, '-out', cert],
  ]);
  const server = createServer(
    { key: readFileSync(key), cert: readFileSync(cert) },
    site(undefined).app,
  );
  const visit = supertest(server).get('/api/session').trustLocalhost();
  expect(cookieOf(await visit)).toMatch(/; Secure/);
  server.close();
});
