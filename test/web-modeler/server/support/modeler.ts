import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { Express } from 'express';
import pg from 'pg';
import { pino } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import supertest from 'supertest';
import { z } from 'zod';
import { followDirectory, loadDirectory } from '../../../../files/organization.ts';
import { choicesOf } from '../../../../law/directory/index.ts';
import type { Routes } from '../../../../site/api/route.ts';
import type { Handlers } from '../../../../site/server/handler.ts';
import { passwords } from '../../../../site/server/sign-in/accounts.ts';
import { sessions } from '../../../../site/server/sign-in/sessions.ts';
import type { User } from '../../../../web-modeler/api/rights.ts';
import { createLinter, type Linter } from '../../../../web-modeler/linting/server/linter.ts';
import { createPlayer } from '../../../../web-modeler/scenario/server/player.ts';
import { type AppDeps, createApp } from '../../../../web-modeler/server/app.ts';
import { makeHandlers } from '../../../../web-modeler/server/handlers.ts';
import { openStorage, type Storage } from '../../../../web-modeler/server/storage/index.ts';
import { type RecordsInUse, useRecords } from '../../../support/use-records.ts';
import { fakeEngine } from '../../publishing/world.ts';

export const EDITOR = 'shuju.zhang';
export const SECOND_EDITOR = 'shuju.liu';
export const PUBLISHER = 'shuju.xu';
export const READER = 'fagai.li';
/** Someone of the organisation who may not use the modeler. */
export const OUTSIDER = 'jiaoyu.tang';

export const REVIEW = 'stage-technical-review/stage-technical-review.bpmn';
export const REVIEW_FORM = 'stage-technical-review/technical-review.form';
export const OVER_LIMIT = 'project-application/over-limit.dmn';
export const START_NOTICE = 'project-application/notices/start-notice.txt';

type TestAgent = ReturnType<typeof supertest.agent>;

/** A person's browser: keeps cookies, sends the token with what it writes. */
export type Browser = {
  get(path: string): supertest.Test;
  post(path: string, body?: object): supertest.Test;
  delete(path: string): supertest.Test;
  agent: TestAgent;
  token: string;
};

export type ModelerInUse = RecordsInUse & {
  /** Everything of this test file; removed at its end. */
  folder: string;
  shipped: string;
  organizationFile: string;
  storage: Storage;
  handlers: Handlers<Routes, User>;
  /** What the server's clock is ahead of the world's. */
  ahead: { ms: number };
  /** Whether lint fails now. */
  brokenLint: { now: boolean };
  /** The log's lines. */
  lines: string[];
  /** The application with some of its parts exchanged; with limits of its own each time. */
  app(some?: Partial<AppDeps>): Express;
  /** Somebody who has opened the page. */
  visitor(app?: Express): Promise<Browser>;
  /** Somebody who has signed in. */
  signedIn(userId: string, app?: Express): Promise<Browser>;
};

const sessionSchema = z.object({ csrfToken: z.string() });

/** Nothing to find: most tests are not about lint, which takes a second each time. */
function silent(broken: { now: boolean }): Linter {
  return {
    async lintAll() {
      if (broken.now) throw new Error('lint is broken');
      return [];
    },
    close: async () => {},
  };
}

/** Gives a test file a modeler on a real PostgreSQL, with the shipped models; its fields are there in the tests. */
export function useModeler({ realLint = false } = {}): ModelerInUse {
  const folder = mkdtempSync(join(tmpdir(), 'modeler-'));
  const shipped = join(folder, 'bpmn');
  const organizationFile = join(folder, 'organization.yaml');
  const use = useRecords() as ModelerInUse;
  const brokenLint = { now: false };
  const player = createPlayer({ organizationFile, holidayFolder: 'config/holidays' });
  const linter = realLint ? createLinter() : silent(brokenLint);
  let pool: pg.Pool;

  beforeAll(async () => {
    cpSync('bpmn', shipped, { recursive: true });
    cpSync('config/organization.yaml', organizationFile);
    mkdirSync(join(folder, 'client/assets'), { recursive: true });
    writeFileSync(join(folder, 'client/index.html'), '<!doctype html><title>模型管理</title>');
    writeFileSync(join(folder, 'client/assets/main-ABCDEFGH.js'), 'export {};\n'.repeat(500));
    const log = pino({ base: null }, { write: (line: string) => void use.lines.push(line) });
    pool = new pg.Pool({ connectionString: use.url, connectionTimeoutMillis: 2_000 });
    pool.on('error', () => {});
    const storage = await openStorage(join(folder, 'modeler'), shipped);
    const now = () => new Date(Date.now() + use.ahead.ms);
    const { records } = use;
    const { handlers } = await makeHandlers({
      storage,
      records,
      linter,
      engine: fakeEngine(),
      player,
      choices: () => choicesOf(loadDirectory(organizationFile)),
      now,
      examplesFolder: 'config/examples',
      operateUrl: undefined,
    });
    const directory = followDirectory(organizationFile, log);
    const own = passwords({ records, directory, demoPassword: 'demo', now });
    const app = (some: Partial<AppDeps> = {}) =>
      createApp({
        handlers,
        records,
        sessions: sessions({ pool, secret: 'x'.repeat(64), complain: () => {} }),
        counters: (options) => new RateLimiterMemory(options),
        directory,
        checkPassword: own.check,
        own: { passwords: own, records },
        failsAfterMs: 20,
        clientFolder: join(folder, 'client'),
        trustProxy: undefined,
        now,
        log,
        ...some,
      });
    const usual = app();
    Object.assign(use, {
      ...{ storage, handlers, app },
      visitor: (at = usual) => visit(at),
      signedIn: (userId: string, at = usual) => signIn(at, userId),
    });
  });

  afterAll(async () => {
    await Promise.all([linter.close(), player.close()]);
    await use.storage.close();
    await pool.end();
    rmSync(folder, { recursive: true });
  });
  return Object.assign(use, {
    folder,
    shipped,
    organizationFile,
    ahead: { ms: 0 },
    brokenLint,
    lines: [],
  });
}

async function visit(app: Express): Promise<Browser> {
  const agent = supertest.agent(app);
  const { body } = await agent.get('/api/session').expect(200);
  return browser(agent, sessionSchema.parse(body).csrfToken);
}

async function signIn(app: Express, userId: string): Promise<Browser> {
  const { agent, post } = await visit(app);
  const { body } = await post('/api/session', { userId, password: 'demo' }).expect(200);
  return browser(agent, sessionSchema.parse(body).csrfToken);
}

function browser(agent: TestAgent, token: string): Browser {
  return {
    agent,
    token,
    get: (path) => agent.get(path),
    post: (path, body) => {
      const sent = agent.post(path).set('x-csrf-token', token);
      return body === undefined ? sent : sent.send(body);
    },
    delete: (path) => agent.delete(path).set('x-csrf-token', token),
  };
}
