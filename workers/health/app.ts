import express from 'express';
import type { Polls } from '../../engine/jobs/polls.ts';
import type { MailsGivenUpQueries } from '../../records/index.ts';

// Three long polls: one may just have begun, one may have failed on a restart of the engine.
const SILENT_AFTER_MS = 30_000;
const MOST_MAILS = 200;

type World = {
  polls: Polls;
  records: MailsGivenUpQueries;
};

/**
 * `GET /health`: 200 while every job type is polled and the database answers, else 503; both say what was seen, and
 * how many mails were given up: those need a person, not another worker. `GET /health/mails` lists them, newest first;
 * `POST` lets them be tried anew. It must say that it brings JSON, which no page of another origin may without asking.
 */
export function healthApp({ polls, records }: World) {
  const app = express();
  app.disable('x-powered-by');
  app.get('/health', async (_request, response) => {
    const lastPollMs = polls.ages();
    const silent = Object.keys(lastPollMs).filter(
      (type) => (lastPollMs[type] ?? 0) > SILENT_AFTER_MS,
    );
    const mailsGivenUp = await records.countFailedMessages().catch(() => null);
    const database = mailsGivenUp === null ? 'down' : 'up';
    const healthy = silent.length === 0 && database === 'up';
    response
      .status(healthy ? 200 : 503)
      .json({ status: healthy ? 'up' : 'down', database, silent, mailsGivenUp, lastPollMs });
  });
  app.get('/health/mails', async (_request, response) => {
    const mails = await records.failedMessages(MOST_MAILS).catch(() => null);
    if (mails === null) response.status(503).json({ database: 'down' });
    else response.json({ mails });
  });
  app.post('/health/mails', async (request, response) => {
    if (!request.is('application/json')) {
      response.status(415).json({ expected: 'application/json' });
      return;
    }
    const requeued = await records.requeueFailedMessages().catch(() => null);
    if (requeued === null) response.status(503).json({ database: 'down' });
    else response.json({ requeued });
  });
  return app;
}
