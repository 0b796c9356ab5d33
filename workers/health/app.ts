import express from 'express';
import type { Polls } from './polls.ts';

// Three long polls: one may just have begun, one may have failed on a restart of the engine.
const SILENT_AFTER_MS = 30_000;

/** `GET /health`: 200 while every job type is polled and the database answers, else 503; both say what was seen. */
export function healthApp({ polls, ping }: { polls: Polls; ping: () => Promise<void> }) {
  const app = express();
  app.disable('x-powered-by');
  app.get('/health', async (_request, response) => {
    const lastPollMs = polls.ages();
    const silent = Object.keys(lastPollMs).filter(
      (type) => (lastPollMs[type] ?? 0) > SILENT_AFTER_MS,
    );
    const database = await ping().then(
      () => 'up',
      () => 'down',
    );
    const healthy = silent.length === 0 && database === 'up';
    response
      .status(healthy ? 200 : 503)
      .json({ status: healthy ? 'up' : 'down', database, silent, lastPollMs });
  });
  return app;
}
