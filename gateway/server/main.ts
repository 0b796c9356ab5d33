import { readFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { pino } from 'pino';
import { followDirectory } from '../../files/organization.ts';
import { keepPrivate, runsAsRoot } from '../../files/private.ts';
import { openRecords } from '../../records/index.ts';
import { countersIn } from '../../site/server/limits.ts';
import { demoPasswordAt, passwords } from '../../site/server/sign-in/accounts.ts';
import { oidc } from '../../site/server/sign-in/oidc.ts';
import { oidcProvider, oidcSettings } from '../../site/server/sign-in/oidc-provider.ts';
import { sessionPool, sessionSecret, sessions } from '../../site/server/sign-in/sessions.ts';
import { createApp } from './app.ts';
import { beyond } from './beyond.ts';
import { readConfig } from './config.ts';
import { makeHandlers, withoutPasswords } from './handlers.ts';

// Wiring only: settings → dependencies → one server, and its end.
keepPrivate();
const config = readConfig(process.env);
const log = pino({ level: config.LOG_LEVEL });
if (runsAsRoot()) log.warn('running as root, which the gateway does not need');
const complain = (error: unknown, what?: string) => log.warn({ err: error }, what ?? 'records');

const directory = followDirectory(config.ORGANIZATION_FILE, log);
const records = await openRecords(config.DATABASE_URL, complain);
const pool = sessionPool(config.DATABASE_URL, 'gateway-sessions', (error) =>
  complain(error, 'sessions'),
);
const now = () => new Date();
const secret = config.SESSION_SECRET_FILE;
const provider = oidcSettings(config);
const own = passwords({
  records,
  directory,
  demoPassword: demoPasswordAt(
    { host: config.GATEWAY_HOST, proxied: config.GATEWAY_TRUST_PROXY !== undefined },
    config.DEMO_PASSWORD,
  ),
  now,
});

const kept = sessions({
  pool,
  secret: await sessionSecret(secret, secret),
  complain: (error) => complain(error, 'sessions'),
});
const handlers = await makeHandlers({ records, directory, passwords: own, now });
const app = createApp({
  beyond: await beyond(config, { directory, records, log, sessions: kept }),
  handlers: provider === undefined ? handlers : withoutPasswords(handlers),
  records,
  sessions: kept,
  counters: countersIn(pool),
  directory,
  checkPassword: own.check,
  ...(provider === undefined
    ? { own: { passwords: own, records } }
    : { oidc: oidc(oidcProvider(provider), directory, unknown) }),
  failsAfterMs: 1_000,
  clientFolder: config.GATEWAY_CLIENT,
  trustProxy: config.GATEWAY_TRUST_PROXY,
  now,
  log,
});
const server = serverOf(app);
server.once('error', (error) => {
  throw error;
});
server.listen(config.GATEWAY_PORT, config.GATEWAY_HOST, () => {
  log.info({ address: server.address() }, 'gateway started');
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end());

/** Whoever reads the log finds what to put into the organisation file. */
function unknown(who: object): void {
  log.warn(who, 'signed in at the provider, but nobody of the organisation');
}

/** With a certificate it speaks TLS itself. */
function serverOf(handler: typeof app) {
  const { GATEWAY_TLS_CERT: cert, GATEWAY_TLS_KEY: key } = config;
  if (cert === undefined || key === undefined) return createHttp(handler);
  return createHttps({ cert: readFileSync(cert), key: readFileSync(key) }, handler);
}

/** Answers what was asked, and leaves. */
async function end(): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await closed;
  await pool.end();
  await records.close();
  log.info('gateway stopped');
  process.exit(0);
}
