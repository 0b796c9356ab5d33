import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Engine, GrpcClient } from '../connect.ts';
import { isBusy } from '../grpc-codes.ts';
import type { JobRunner } from '../job.ts';
import { within } from '../within.ts';
import { JobVariables } from './job-variables.ts';
import type { Polls } from './polls.ts';
import { type ActivatedJob, runJob } from './run-job.ts';

/** What a poll loop waits for and how much it takes at once. */
export const POLL_LIMITS = {
  longPollMs: 10_000,
  // The SDK takes silence for an empty answer a second after the long poll's end; it is a failure.
  lateMs: 900,
  // Longer than the signer is waited for and the longest wait before a retry together.
  jobTimeoutMs: 120_000,
  // close-task mostly waits for the search index: what it holds costs nothing but memory.
  mostAtOnce: 256,
  firstPauseMs: 500,
  longestPauseMs: 10_000,
  firstBusyPauseMs: 50,
  longestBusyPauseMs: 5_000,
};

type Poller = {
  engine: Pick<Engine, 'grpc'>;
  polls: Polls;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  signal: AbortSignal;
  limits?: typeof POLL_LIMITS;
  /** Waits before a failed job is given back and after a failed poll; ends early at the signal. */
  wait?: (ms: number) => Promise<void>;
};

/**
 * Fetches and runs jobs of one type until the signal aborts, then waits for those under way. Our own loop
 * instead of the SDK's worker, which can fall silent after connection trouble: here every poll is
 * either noted as a success or followed by another, after any other failure than a busy engine's with a new
 * connection.
 */
export async function pollJobs(runner: JobRunner, poller: Poller): Promise<void> {
  const { engine, polls, log, limits = POLL_LIMITS } = poller;
  // One of its own: all loops hear of the same stop, and a signal warns of a leak from eleven listeners on.
  const signal = AbortSignal.any([poller.signal]);
  setMaxListeners(limits.mostAtOnce + 2, signal);
  const { wait = (ms: number) => pause(ms, undefined, { signal }).catch(() => {}) } = poller;
  let client = engine.grpc();
  let failures = 0;
  const running = new Set<Promise<void>>();
  const run = (job: ActivatedJob) => {
    const handedOut = handedOutAt(job, limits.jobTimeoutMs);
    const done = within(limits.jobTimeoutMs, runJob(job, runner, handedOut, client, log, wait))
      // The engine did not hear the answer; it hands the job out again when its time is over.
      .catch((error: unknown) => log.error({ jobKey: job.key, err: error }, 'answer lost'))
      .finally(() => running.delete(done));
    running.add(done);
  };
  while (!signal.aborted) {
    if (running.size >= limits.mostAtOnce) await Promise.race(running);
    try {
      const jobs = await activate(client, runner.type, limits.mostAtOnce - running.size, {
        ...limits,
        signal,
      });
      failures = 0;
      polls.succeeded(runner.type);
      jobs.forEach(run);
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      log.warn({ type: runner.type, failures, err: error }, 'poll failed');
      if (isBusy(error)) {
        await wait(busyPauseAfter(failures, limits));
        continue;
      }
      void retire(client, running);
      client = engine.grpc();
      await wait(pauseAfter(failures, limits));
    }
  }
  await retire(client, running);
}

/**
 * When the engine gave us the job, by its own clock: nobody has to ask it what time it is, and timers and
 * deadlines never disagree, also where that clock was moved.
 */
function handedOutAt({ deadline }: ActivatedJob, jobTimeoutMs: number): Date {
  return new Date(Number(deadline) - jobTimeoutMs);
}

/** One long poll. */
function activate(
  client: GrpcClient,
  type: string,
  atMost: number,
  { longPollMs, lateMs, jobTimeoutMs, signal }: typeof POLL_LIMITS & { signal: AbortSignal },
): Promise<ActivatedJob[]> {
  const jobs = client.activateJobs({
    type,
    worker: `workers-${process.pid}`,
    timeout: jobTimeoutMs,
    maxJobsToActivate: atMost,
    requestTimeout: longPollMs,
    inputVariableDto: JobVariables,
  });
  return within(longPollMs + lateMs, jobs, signal);
}

/** Closes a connection once the jobs that answer through it are done. */
async function retire(client: GrpcClient, running: Set<Promise<void>>): Promise<void> {
  await Promise.allSettled(running);
  await client.close().catch(() => {});
}

/** Milliseconds until a busy engine is asked again; the figures of Camunda's own clients. */
function busyPauseAfter(
  failures: number,
  { firstBusyPauseMs, longestBusyPauseMs }: typeof POLL_LIMITS,
): number {
  return Math.min(longestBusyPauseMs, firstBusyPauseMs * 1.6 ** (failures - 1));
}

/** Milliseconds until the next poll: doubled at each failure, capped. */
function pauseAfter(
  failures: number,
  { firstPauseMs, longestPauseMs }: typeof POLL_LIMITS,
): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1));
}
