import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { changeClock } from '../engine/change-clock.ts';
import { timeSource } from '../engine/clock.ts';
import { connectEngine, connectOperator } from '../engine/connect.ts';
import { importPositions } from '../engine/import-positions.ts';
import { pollJobs } from '../engine/jobs/poll.ts';
import { keepPolls } from '../engine/jobs/polls.ts';
import { correlate } from '../engine/messages.ts';
import { openSearch } from '../engine/opensearch/client.ts';
import { showsActive } from '../engine/running.ts';
import { signatures } from '../engine/signatures.ts';
import { isThere, terminatedElements } from '../engine/terminated.ts';
import { loadCalendar } from '../files/holidays.ts';
import { followDirectory } from '../files/organization.ts';
import { keepPrivate, runsAsRoot } from '../files/private.ts';
import { followModels } from '../models/follow.ts';
import { loadSteps } from '../models/load.ts';
import { noticesIn } from '../models/notices.ts';
import { openRecords } from '../records/index.ts';
import { closeCancelled } from './cancelled/index.ts';
import { watchCancelled } from './cancelled/watch.ts';
import { signedAtDoor } from './close-task/signed-at-door.ts';
import { readConfig } from './config.ts';
import { type Deps, runnerOf } from './handler.ts';
import { healthApp } from './health/app.ts';
import { watchImporter } from './health/importer.ts';
import { handlers } from './jobs.ts';
import { dispatchMail } from './mail/index.ts';
import { moveDeadlines } from './move-deadlines/index.ts';
import { watchNotices } from './move-deadlines/watch.ts';

/** The health page must not wait for a search that hangs. */
const SEARCH_ANSWERS_WITHIN_MS = 10_000;

// Wiring only: settings → dependencies → one poll loop a job type, the mail dispatcher, the health page.
keepPrivate();
const config = readConfig(process.env);
const log = pino({ level: config.LOG_LEVEL });
if (runsAsRoot()) log.warn('running as root, which the workers do not need');
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
process.once('SIGINT', () => stop.abort());

let calendar = loadCalendar(config.HOLIDAY_FOLDER);
const engine = connectEngine();
const operator = connectOperator();
const records = await openRecords(config.DATABASE_URL, (error) =>
  log.warn({ err: error }, 'records'),
);
const directory = followDirectory(config.ORGANIZATION_FILE, log);
const now = timeSource(config.CLOCK_URL);
const deps: Deps = {
  records,
  get directory() {
    return directory();
  },
  calendar: () => calendar,
  now,
  signatureOf:
    config.SIGNATURES === 'search' ? signatures(engine.rest) : signedAtDoor(records, now),
  correlate: (message) => correlate(engine.restOnce, message),
  notices: noticesIn(config.MODELS_FOLDER),
  steps: await followModels(config.MODELS_FOLDER, loadSteps, log),
};
const sleep = (ms: number) => pause(ms, undefined, { signal: stop.signal }).catch(() => {});
const polls = keepPolls(handlers.map(({ type }) => type));

const watcher = watchNotices(
  config.HOLIDAY_FOLDER,
  async () => {
    calendar = loadCalendar(config.HOLIDAY_FOLDER);
    await moveDeadlines({
      ...deps,
      changeClock: (task, shown) => changeClock(engine.rest, task, shown),
      log,
    });
  },
  log,
);
const search =
  config.SEARCH_URL === undefined
    ? undefined
    : openSearch(config.SEARCH_URL, SEARCH_ANSWERS_WITHIN_MS).call;
const importer = watchImporter({
  read: search && (() => importPositions(search)),
  signal: stop.signal,
  wait: sleep,
});
const health: Server = healthApp({ polls, importer, records }).listen(
  config.WORKERS_HTTP_PORT,
  '127.0.0.1',
);
log.info({ types: handlers.map(({ type }) => type) }, 'workers started');
const mailsGivenUp = await records.countFailedMessages();
if (mailsGivenUp > 0) log.error({ mailsGivenUp }, 'mails were given up, see /health/mails');

await Promise.all([
  dispatchMail({
    records,
    smtpUrl: config.SMTP_URL,
    from: config.MAIL_FROM,
    signal: stop.signal,
    log,
    // Reminders wait for nine o'clock of the engine's time; no mail waits for an engine that is away.
    now: () => deps.now().catch(() => new Date()),
  }),
  watchCancelled({
    close: () =>
      closeCancelled({
        ...deps,
        records,
        terminated: () => terminatedElements(engine.rest),
        showsActive: (key) => showsActive(engine.rest, key),
        isThere: (key) => isThere(operator.grpc, key),
        log,
      }),
    records,
    signal: stop.signal,
    wait: sleep,
    log,
  }),
  ...handlers.map((handler) =>
    pollJobs(runnerOf(handler, deps), { engine, polls, log, signal: stop.signal }),
  ),
]);
watcher.close();
health.close();
await operator.grpc.close();
await records.close();
log.info('workers stopped');
process.exit(0);
