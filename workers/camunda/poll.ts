import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { AnyHandler, Deps } from '../handler.ts';
import type { Polls } from '../health/polls.ts';
import type { Engine, GrpcClient } from './engine.ts';
import { runJob } from './run-job.ts';

const LONG_POLL_MS = 10_000;
const JOB_TIMEOUT_MS = 90_000;
const MOST_AT_ONCE = 32;
const LONGEST_PAUSE_MS = 10_000;

type Poller = { engine: Engine; deps: Deps; polls: Polls; log: Logger; signal: AbortSignal };

/**
 * Fetches and runs jobs of one type until the signal aborts, then waits for those under way. Our own loop
 * instead of the SDK's worker, which can fall silent after connection trouble: here every poll is
 * either noted as a success or followed by another with a new connection.
 */
export async function pollJobs(handler: AnyHandler, { engine, deps, polls, log, signal }: Poller): Promise<void> {
  let client = engine.grpc();
  let failures = 0;
  const running = new Set<Promise<void>>();
  while (!signal.aborted) {
    if (running.size >= MOST_AT_ONCE) await Promise.race(running);
    try {
      const jobs = await activate(client, handler.type, MOST_AT_ONCE - running.size, signal);
      failures = 0;
      polls.succeeded(handler.type);
      for (const job of jobs) {
        const run = runJob(job, handler, deps, client, log)
          // The engine did not hear the answer; it hands the job out again when its time is over.
          .catch((error: unknown) => log.error({ jobKey: job.key, err: error }, 'answer lost'))
          .finally(() => running.delete(run));
        running.add(run);
      }
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      log.warn({ type: handler.type, failures, err: error }, 'poll failed');
      await pause(Math.min(LONGEST_PAUSE_MS, 250 * 2 ** failures), undefined, { signal }).catch(() => {});
      if (running.size === 0) {
        void client.close().catch(() => {});
        client = engine.grpc();
      }
    }
  }
  await Promise.allSettled(running);
}

/** One long poll. The SDK's promise may stay open when a connection dies half-way: a limit of our own stands over it. */
async function activate(client: GrpcClient, type: string, atMost: number, signal: AbortSignal) {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LONG_POLL_MS * 2)]);
  const jobs = client.activateJobs({
    type,
    worker: `workers-${process.pid}`,
    timeout: JOB_TIMEOUT_MS,
    maxJobsToActivate: atMost,
    requestTimeout: LONG_POLL_MS,
  });
  jobs.catch(() => {});
  return Promise.race([
    jobs,
    new Promise<never>((_, reject) => {
      limit.addEventListener('abort', () => reject(limit.reason), { once: true });
    }),
  ]);
}
