import type { Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { engineClient } from '../../engine/client.ts';
import { connectEngine } from '../../engine/connect.ts';
import { formsShown } from '../../engine/deployment/forms-shown.ts';
import { publishingEngine } from '../../engine/deployment/publishing-engine.ts';
import { followDirectory } from '../../files/organization.ts';
import { keepPrivate, makePrivate, runsAsRoot } from '../../files/private.ts';
import { choicesOf } from '../../law/directory/index.ts';
import { openRecords } from '../../records/index.ts';
import { countersIn } from '../../site/server/limits.ts';
import { demoPasswordAt, passwords } from '../../site/server/sign-in/accounts.ts';
import { sessionPool, sessionSecret, sessions } from '../../site/server/sign-in/sessions.ts';
import { createLinter } from '../linting/server/linter.ts';
import { createPlayer } from '../scenario/server/player.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { makeHandlers } from './handlers.ts';
import { openStorage } from './storage/index.ts';

const AGAIN_EVERY_MS = 5_000;

// Wiring only: settings → dependencies → one server, and its end.
keepPrivate();
const config = readConfig(process.env);
const log = pino({ level: config.LOG_LEVEL });
if (runsAsRoot()) log.warn('running as root, which the modeler does not need');
const open = makePrivate(config.MODELER_FOLDER);
if (open.length > 0)
  log.warn({ open: open.slice(0, 5) }, 'others may read what cannot be made private');
const complain = (error: unknown, what?: string) => log.warn({ err: error }, what ?? 'records');
const stop = new AbortController();

const directory = followDirectory(config.ORGANIZATION_FILE, log);
const storage = await openStorage(config.MODELER_FOLDER, config.MODELS_FOLDER, complain);
const records = await openRecords(config.DATABASE_URL, complain);
const pool = sessionPool(config.DATABASE_URL, 'modeler-sessions', (error) =>
  complain(error, 'sessions'),
);
const linter = createLinter();
const player = createPlayer({
  organizationFile: config.ORGANIZATION_FILE,
  holidayFolder: config.HOLIDAY_FOLDER,
});
const grpc = engineClient();
const now = () => new Date();

const { handlers, started } = await makeHandlers({
  storage,
  records,
  linter,
  engine: publishingEngine(grpc, connectEngine().rest),
  formsShown: config.SEARCH_URL === undefined ? undefined : formsShown(config.SEARCH_URL),
  player,
  choices: () => choicesOf(directory()),
  now,
  examplesFolder: config.EXAMPLES_FOLDER,
  operateUrl: config.OPERATE_URL,
});
const own = passwords({
  records,
  directory,
  demoPassword: demoPasswordAt(
    // The gateway, which lies before it on the same machine, has its own say.
    {
      host: config.MODELER_HOST,
      proxied: ![undefined, 'loopback'].includes(config.MODELER_TRUST_PROXY as string),
    },
    config.DEMO_PASSWORD,
  ),
  now,
});
const app = createApp({
  handlers,
  records,
  sessions: sessions({
    pool,
    secret: await sessionSecret(
      config.SESSION_SECRET_FILE,
      join(config.MODELER_FOLDER, 'session-secret'),
    ),
    complain: (error) => complain(error, 'sessions'),
  }),
  counters: countersIn(pool),
  directory,
  checkPassword: own.check,
  ...(config.OIDC_ISSUER === undefined
    ? { own: { passwords: own, records } }
    : { oidc: 'elsewhere' as const }),
  failsAfterMs: 1_000,
  clientFolder: config.MODELER_CLIENT,
  trustProxy: config.MODELER_TRUST_PROXY,
  now,
  log,
});
const server: Server = app.listen(config.MODELER_PORT, config.MODELER_HOST, (error?: Error) => {
  if (error !== undefined) throw error;
  log.info({ address: server.address() }, 'modeler started');
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end());
for (const { name, work } of started) void untilDone(name, work);

/** The engine may start later than the modeler, or be away. */
async function untilDone(name: string, work: () => Promise<void>): Promise<void> {
  while (!stop.signal.aborted) {
    try {
      return await work();
    } catch (error) {
      complain(error, `${name}: what follows the start is not done yet`);
      await sleep(AGAIN_EVERY_MS, undefined, { signal: stop.signal }).catch(() => {});
    }
  }
}

/** Answers what was asked, keeps what is being written, and leaves. */
async function end(): Promise<void> {
  stop.abort();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await closed;
  await storage.close();
  await Promise.all([linter.close(), player.close()]);
  await grpc.close();
  await pool.end();
  await records.close();
  log.info('modeler stopped');
  process.exit(0);
}
