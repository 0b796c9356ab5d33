import { createServer, type Server } from 'node:http';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  jest,
  test,
} from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { createDirectory, type Person } from '../../law/directory/index.ts';
import type { AuditLine } from '../../records/index.ts';
import { person } from '../../site/api/common.ts';
import { oidc } from '../../site/server/sign-in/oidc.ts';
import { oidcProvider, type PersonClaim } from '../../site/server/sign-in/oidc-provider.ts';
import { sessions } from '../../site/server/sign-in/sessions.ts';
import { createSite } from '../../site/server/site.ts';
import { organization, person as personOf } from '../law/directory/organization.ts';
import {
  type Account,
  CLIENT,
  startProvider,
  type TestProvider,
} from '../support/oidc-provider.ts';
import { freePort } from '../support/postgres.ts';
import { useRecords } from '../support/use-records.ts';
import { type Seen, type Visitor, visitor } from './support/visitor.ts';

const use = useRecords();
const LI: Account = { sub: '88-li', email: 'Fagai.Li@x.example', email_verified: true };

let people: Person[];
let lines: AuditLine[];
let complaints: unknown[];
let pool: pg.Pool;
let provider: TestProvider;
let providerPort: number;
let server: Server;
/** Another site than the provider's to a browser: another host. */
let origin: string;
let browser: Visitor;

/** The site, knowing people by this claim. */
async function serve(personClaim: PersonClaim, signIn: 'here' | 'elsewhere' = 'here') {
  server?.close();
  const issuer = `http://127.0.0.1:${providerPort}`;
  const settings = { issuer, ...CLIENT, personClaim };
  const directory = () => createDirectory(organization(people));
  const nameOf = (id: string) => directory().person(id)?.name ?? id;
  const app = createSite(
    {},
    {},
    {
      people: {
        userOf: (id) =>
          id === 'fa.gone' || !directory().person(id) ? undefined : { id, name: nameOf(id) },
        idOf: (typed) => directory().person(typed)?.id,
        nameOf,
        may: () => true,
        mayNot: String,
        notHere: (name) => `${name}不能进入`,
      },
      user: person,
      info: { title: 'T', description: 'D' },
      wing: 'test',
      translate: () => undefined,
      sessions: sessions({ pool, secret: 'x'.repeat(64), complain: () => {} }),
      checkPassword: async () => true,
      oidc:
        signIn === 'elsewhere'
          ? 'elsewhere'
          : oidc(oidcProvider(settings), directory, (who) => complaints.push(who)),
      failsAfterMs: 0,
      now: () => new Date(),
      records: {
        ping: async () => {},
        audit: async () => [],
        keepAudit: async (line) => void lines.push(line),
      },
      clientFolder: 'nowhere',
      trustProxy: undefined,
      counters: (options) => new RateLimiterMemory(options),
      log: pino({ level: 'silent' }),
    },
  );
  server = createServer((request, response) => {
    response.setHeader('connection', 'close');
    app(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(Number(new URL(origin).port), 'localhost', () => resolve());
  });
}

const start = (to = '/projects?year=2026') =>
  `${origin}/api/oidc/sign-in?to=${encodeURIComponent(to)}`;
const isCallback = (url: URL) => url.pathname === '/api/oidc/callback';

async function whoIs(at = browser): Promise<unknown> {
  const { text } = await at.call(`${origin}/api/session`);
  return JSON.parse(text).user;
}

/** Signs in as far as the provider's answer, which is not sent yet. */
async function answerFor(account: Account | undefined, at = browser): Promise<URL> {
  provider.who = account;
  return (await at.open(start(), isCallback)).url;
}

const openAnswer = (answer: URL, at = browser): Promise<Seen> =>
  at.open(answer.href, undefined, true);

const sentence = ({ text }: Seen) => /<p>(.*?)<\/p>/.exec(text)?.[1];
const kept = () => lines.map((line) => `${line.person} ${line.action} ${line.result}`);

beforeAll(async () => {
  // The provider says at length that it is set up for a test.
  for (const way of ['warn', 'info'] as const) jest.spyOn(console, way).mockReturnValue();
  pool = new pg.Pool({ connectionString: use.url });
  pool.on('error', () => {});
  origin = `http://localhost:${await freePort()}`;
  providerPort = await freePort();
});
beforeEach(async () => {
  people = [
    { ...personOf('fagai.li', '市发改委'), subject: '88-li' },
    personOf('fagai.chen', '市发改委'),
    personOf('fa.gone', '市发改委'),
  ];
  [lines, complaints] = [[], []];
  browser = visitor();
  provider = await startProvider(providerPort, origin);
  await serve('email');
});
afterEach(() => provider.stop());
afterAll(async () => {
  server.close();
  await pool.end();
});

test('whoever signs in at the provider is signed in here, at the page they wanted', async () => {
  await browser.call(`${origin}/api/session`);
  const before = browser.cookies.get(`${new URL(origin).host} session`)?.value;
  provider.who = LI;
  const { url } = await browser.open(start());
  expect(url.href).toBe(`${origin}/projects?year=2026`);
  expect(await whoIs()).toEqual({ id: 'fagai.li', name: 'fagai.li 的姓名' });
  // Whoever knew the session's id before does not know this one.
  const after = browser.cookies.get(`${new URL(origin).host} session`)?.value;
  expect(after).not.toBe(before);
  expect(kept()).toEqual(['fagai.li finishOidc ok']);
});

test('people are known by the subject where the setting says so, whatever their address is', async () => {
  await serve('subject');
  provider.who = { sub: '88-li', email: 'fagai.chen@x.example', email_verified: true };
  await browser.open(start());
  expect(await whoIs()).toMatchObject({ id: 'fagai.li' });
});

test.each([
  ['https://evil.example/', '/'],
  ['/a"><script>', '/a%22%3E%3Cscript%3E'],
])('after the sign-in %s leads to %s', async (to, where) => {
  provider.who = LI;
  const { url } = await browser.open(start(to));
  expect(url.href).toBe(`${origin}${where}`);
});

describe('who is not let in gets a sentence', () => {
  const NOBODY = /^您已通过统一身份认证，但这个账户没有对应到本系统的一名人员/;

  test.each<[string, Account]>([
    ['a person nobody knows', { ...LI, email: 'x@x.example' }],
    ['an address that is not verified', { ...LI, email_verified: false }],
    ['no word about whether the address is verified', { sub: LI.sub, email: 'fagai.li@x.example' }],
    ['no address', { sub: LI.sub }],
    // K, the Kelvin sign, is k in small letters.
    ['an address that only looks like one', { ...LI, email: '\u212ae@x.example' }],
    ['an address two people have', { ...LI, email: 'two@x.example' }],
  ])('%s', async (_who, account) => {
    people = [
      ...people,
      { ...personOf('fa.ke', '市发改委'), email: 'ke@x.example' },
      { ...personOf('fa.one', '市发改委'), email: 'two@x.example' },
      { ...personOf('fa.two', '市发改委'), email: 'two@x.example' },
    ];
    const seen = await openAnswer(await answerFor(account));
    expect(seen.status).toBe(403);
    expect(sentence(seen)).toMatch(NOBODY);
    expect(await whoIs()).toBeNull();
    expect(kept()).toEqual([expect.stringMatching(/ finishOidc oidc-unknown$/)]);
    expect(complaints).toHaveLength(1);
  });

  test('a person who has left the organisation meanwhile, also with the session they had', async () => {
    await openAnswer(await answerFor(LI));
    expect(await whoIs()).not.toBeNull();
    people = people.filter(({ id }) => id !== 'fagai.li');
    expect(await whoIs()).toBeNull();
    expect(sentence(await openAnswer(await answerFor(LI)))).toMatch(NOBODY);
  });

  test('a person this wing is not for', async () => {
    const seen = await openAnswer(
      await answerFor({ ...LI, sub: 'gone', email: 'fa.gone@x.example' }),
    );
    expect([seen.status, sentence(seen)]).toEqual([403, 'fa.gone 的姓名不能进入']);
    expect(await whoIs()).toBeNull();
  });

  test('somebody who declines', async () => {
    const seen = await openAnswer(await answerFor(undefined));
    expect(seen.status).toBe(401);
    expect(sentence(seen)).toBe('统一身份认证没有确认这次登录，请返回首页重新登录。');
  });
});

describe('an answer counts only for the sign-in it belongs to', () => {
  const EXPIRED = '这次登录已经用过或已过期，请返回首页重新登录。';

  test('with another state it is none', async () => {
    const answer = await answerFor(LI);
    answer.searchParams.set('state', 'forged');
    const seen = await openAnswer(answer);
    expect([seen.status, sentence(seen)]).toEqual([400, EXPIRED]);
    expect(await whoIs()).toBeNull();
  });

  test('in another browser it is none: nobody is signed in as somebody else unknowingly', async () => {
    const answer = await answerFor(LI);
    const other = visitor();
    expect(sentence(await openAnswer(answer, other))).toBe(EXPIRED);
    await other.open(start(), isCallback);
    expect(sentence(await openAnswer(answer, other))).toBe(EXPIRED);
    expect(await whoIs(other)).toBeNull();
  });

  test('it is good once', async () => {
    const answer = await answerFor(LI);
    expect((await openAnswer(answer)).url.pathname).toBe('/projects');
    const again = await openAnswer(answer);
    expect([again.status, sentence(again)]).toEqual([400, EXPIRED]);
    expect(kept()).toEqual(['fagai.li finishOidc ok']);
  });

  test('made for another nonce it is refused', async () => {
    provider.who = LI;
    const asked = await browser.open(start(), (url) => url.pathname === '/auth');
    asked.url.searchParams.set('nonce', 'of-another-sign-in');
    const { url } = await browser.open(asked.url.href, isCallback, true);
    expect((await openAnswer(url)).status).toBe(401);
    expect(await whoIs()).toBeNull();
  });

  test('stolen and put into a sign-in of one’s own it is refused', async () => {
    const stolen = await answerFor(LI);
    const thief = visitor();
    const own = await answerFor({ sub: 'thief' }, thief);
    own.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    expect((await openAnswer(own, thief)).status).toBe(401);
    expect(await whoIs(thief)).toBeNull();
  });

  test('two tabs may sign in at the same time, each to its own page', async () => {
    const [first, second] = [await answerFor(LI), await answerFor(LI)];
    expect((await openAnswer(first)).url.pathname).toBe('/projects');
    expect((await openAnswer(second)).url.pathname).toBe('/projects');
    expect(await whoIs()).toMatchObject({ id: 'fagai.li' });
  });
});

describe('while the provider is away', () => {
  const AWAY = '统一身份认证暂时无法访问，请稍后再试。如仍不能登录，请联系管理员。';

  test('who wants to sign in is told so, and signs in when it is back', async () => {
    await provider.stop();
    const seen = await browser.open(start());
    expect([seen.status, sentence(seen)]).toEqual([503, AWAY]);
    provider = await startProvider(providerPort, origin);
    await openAnswer(await answerFor(LI));
    expect(await whoIs()).not.toBeNull();
  });

  test('who comes back from it is told so, and their tries do not count', async () => {
    const answer = await answerFor(LI);
    await provider.stop();
    const seen = await openAnswer(answer);
    expect([seen.status, sentence(seen)]).toEqual([503, AWAY]);
    provider = await startProvider(providerPort, origin);
  });
});

describe('signing out', () => {
  async function signOut() {
    const { text } = await browser.call(`${origin}/api/session`);
    return browser.call(`${origin}/api/session`, {
      method: 'DELETE',
      headers: { 'x-csrf-token': JSON.parse(text).csrfToken },
    });
  }

  test('ends the session here and leads to the provider’s end of it', async () => {
    await openAnswer(await answerFor(LI));
    const { status, text } = await signOut();
    expect(status).toBe(200);
    expect(await whoIs()).toBeNull();
    const address = new URL(JSON.parse(text).goOnAt);
    expect(address.origin).toBe(provider.issuer);
    const asked = await browser.open(address.href);
    // It knows whose session that is, and where to lead to.
    expect(asked.status).toBe(200);
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${origin}/`);
    expect(address.searchParams.get('id_token_hint')).toMatch(/^ey/);
  });

  test('works while the provider is away', async () => {
    await openAnswer(await answerFor(LI));
    await provider.stop();
    expect((await signOut()).status).toBe(200);
    expect(await whoIs()).toBeNull();
    provider = await startProvider(providerPort, origin);
  });
});

describe('passwords', () => {
  test.each([
    ['here', 'oidc', '请在登录页面点“统一身份认证登录”。'],
    ['elsewhere', 'elsewhere', '请先在统一入口登录，再打开本页。'],
  ] as const)(
    'are none with a provider %s: it is said what to do',
    async (where, signInBy, hint) => {
      await serve('email', where);
      const session = JSON.parse((await browser.call(`${origin}/api/session`)).text);
      expect(session).toMatchObject({ user: null, signInBy });
      const { status, text } = await browser.call(`${origin}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': session.csrfToken },
        body: JSON.stringify({ userId: 'fagai.li', password: 'right' }),
      });
      expect([status, JSON.parse(text)]).toEqual([
        409,
        { code: 'use-oidc', message: expect.stringContaining(hint) },
      ]);
    },
  );

  test('a page of another site begins no sign-in', async () => {
    expect((await browser.open(start(), undefined, true)).status).toBe(403);
  });
});
