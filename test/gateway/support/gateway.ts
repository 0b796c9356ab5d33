import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { Express } from 'express';
import pg from 'pg';
import { pino } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import supertest from 'supertest';
import { z } from 'zod';
import { followDirectory } from '../../../files/organization.ts';
import { type AppDeps, createApp } from '../../../gateway/server/app.ts';
import { makeHandlers } from '../../../gateway/server/handlers.ts';
import { type Passwords, passwords } from '../../../site/server/sign-in/accounts.ts';
import { sessions } from '../../../site/server/sign-in/sessions.ts';
import { type RecordsInUse, useRecords } from '../../support/use-records.ts';

/** Somebody with no rights but their own. */
export const CLERK = 'jiaoyu.tang';
export const OTHER_CLERK = 'fagai.li';
export const ADMINISTRATOR = 'shuju.xu';
export const OTHER_ADMINISTRATOR = 'bangong.song';
export const DEMO = 'demo';
/** Some password of their own. */
export const OWN = '庐山的云今天很低很低很低';

type TestAgent = ReturnType<typeof supertest.agent>;

/** A person's browser: keeps cookies, sends the token with what it writes. */
export type Browser = {
  agent: TestAgent;
  token: string;
  get(path: string): supertest.Test;
  send(method: 'post' | 'put' | 'delete', path: string, body?: object): supertest.Test;
};

export type GatewayInUse = RecordsInUse & {
  folder: string;
  organizationFile: string;
  passwords: Passwords;
  /** What the server's clock is ahead of the world's. */
  ahead: { ms: number };
  /** The log's lines. */
  lines: string[];
  /** The application with some of its parts exchanged, and with or without the demo password. */
  app(some?: Partial<AppDeps>, demoPassword?: string | null): Promise<Express>;
  visitor(app?: Express): Promise<Browser>;
  signedIn(userId: string, password?: string, app?: Express): Promise<Browser>;
  /** What the audit list has of an action: who, about what, and the result; the newest first. */
  audited(action: string): Promise<[string, string, string][]>;
};

const session = z.object({ csrfToken: z.string() });

/** Gives a test file a gateway on a real PostgreSQL, with nothing behind it; its fields are there in the tests. */
export function useGateway(clientFolder?: string): GatewayInUse {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
  const organizationFile = join(folder, 'organization.yaml');
  const use = useRecords() as GatewayInUse;
  let pool: pg.Pool;

  beforeAll(async () => {
    cpSync('config/organization.yaml', organizationFile);
    mkdirSync(join(folder, 'client/assets'), { recursive: true });
    writeFileSync(join(folder, 'client/index.html'), '<!doctype html><title>统一入口</title>');
    const log = pino({ base: null }, { write: (line: string) => void use.lines.push(line) });
    pool = new pg.Pool({ connectionString: use.url, connectionTimeoutMillis: 2_000 });
    pool.on('error', () => {});
    const now = () => new Date(Date.now() + use.ahead.ms);
    const directory = followDirectory(organizationFile, log);
    const { records } = use;
    const own = (demoPassword: string | null) =>
      passwords({ records, directory, demoPassword: demoPassword ?? undefined, now });
    async function app(some: Partial<AppDeps> = {}, demoPassword: string | null = DEMO) {
      const kept = own(demoPassword);
      return createApp({
        handlers: await makeHandlers({ records, passwords: kept, directory, now }),
        records,
        sessions: sessions({ pool, secret: 'x'.repeat(64), complain: () => {} }),
        directory,
        checkPassword: kept.check,
        own: { passwords: kept, records },
        counters: (options) => new RateLimiterMemory(options),
        failsAfterMs: 0,
        clientFolder: clientFolder ?? join(folder, 'client'),
        trustProxy: undefined,
        now,
        log,
        ...some,
      });
    }
    const usual = await app();
    Object.assign(use, {
      app,
      passwords: own(DEMO),
      visitor: (at = usual) => visit(at),
      signedIn: (userId: string, password = DEMO, at = usual) => signIn(at, userId, password),
      audited: async (action: string) =>
        (await records.audit(undefined, 1_000))
          .filter((line) => line.action === action)
          .map(({ person, target, result }) => [person, target, result]),
    });
  });

  afterAll(async () => {
    await pool.end();
    rmSync(folder, { recursive: true });
  });
  return Object.assign(use, { folder, organizationFile, ahead: { ms: 0 }, lines: [] });
}

/** Takes somebody out of the organisation file for as long as `work` takes. */
export async function without(file: string, id: string, work: () => Promise<void>): Promise<void> {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(new RegExp(`^ *- \\{ id: ${id},.*\n`, 'm'), '');
  writeFileSync(file, after);
  try {
    await work();
  } finally {
    writeFileSync(file, before);
  }
}

async function visit(app: Express): Promise<Browser> {
  const agent = supertest.agent(app);
  const { body } = await agent.get('/api/session').expect(200);
  return browser(agent, session.parse(body).csrfToken);
}

async function signIn(app: Express, userId: string, password: string): Promise<Browser> {
  const { agent, send } = await visit(app);
  const { body } = await send('post', '/api/session', { userId, password }).expect(200);
  return browser(agent, session.parse(body).csrfToken);
}

function browser(agent: TestAgent, token: string): Browser {
  return {
    agent,
    token,
    get: (path) => agent.get(path),
    send(method, path, body) {
      const sent = agent[method](path).set('x-csrf-token', token);
      return body === undefined ? sent : sent.send(body);
    },
  };
}
