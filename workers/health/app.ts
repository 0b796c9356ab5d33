import express from 'express';
import type { Polls } from '../../engine/jobs/polls.ts';
import type { MailsGivenUpQueries } from '../../records/index.ts';
import type { Importer } from './importer.ts';

// Three long polls: one may just have begun, one may have failed on a restart of the engine.
const SILENT_AFTER_MS = 30_000;
const MOST_MAILS = 200;

type World = {
  polls: Polls;
  importer: Importer;
  records: MailsGivenUpQueries;
};

/**
 * `GET /health`: 200 while every job type is polled, the database answers and Tasklist takes in new tasks (or nobody said
 * where that is to be seen), else 503: `down`, or `degraded` where the workers do their part and Tasklist does not.
 * All say what was seen, and how many mails were given up: those need a person, not another worker. `GET /health/mails` lists them, newest first;
 * `POST` lets them be tried anew. It must say that it brings JSON, which no page of another origin may without asking.
 */
export function healthApp({ polls, importer, records }: World) {
  const app = express();
  app.disable('x-powered-by');
  app.get('/health', async (_request, response) => {
    const lastPollMs = polls.ages();
    const silent = Object.keys(lastPollMs).filter(
      (type) => (lastPollMs[type] ?? 0) > SILENT_AFTER_MS,
    );
    const mailsGivenUp = await records.countFailedMessages().catch(() => null);
    const database = mailsGivenUp === null ? 'down' : 'up';
    const tasklistImport = importer.state();
    const working = silent.length === 0 && database === 'up';
    const healthy = working && tasklistImport !== 'standing';
    response.status(healthy ? 200 : 503).json({
      status: healthy ? 'up' : working ? 'degraded' : 'down',
      ...{ database, tasklistImport, silent, mailsGivenUp, lastPollMs },
    });
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
