import type { Logger } from 'pino';
import { BpmnError, PermanentError } from '../../law/errors.ts';
import type { GrpcClient } from '../connect.ts';
import { isNotFound } from '../grpc-codes.ts';
import type { JobContext, JobRunner } from '../job.ts';

/** What is read of an activated job. */
export type ActivatedJob = {
  key: string;
  type: string;
  retries: number;
  bpmnProcessId: string;
  processDefinitionVersion: number;
  elementId: string;
  elementInstanceKey: string;
  processInstanceKey: string;
  /** Until when it is ours, in milliseconds since 1970 by the engine's clock. */
  deadline: string;
  variables: object;
};

type Commands = Pick<GrpcClient, 'completeJob' | 'failJob' | 'throwError'>;

// The models give every job this many tries; the back-off below then covers about two minutes.
export const RETRIES_IN_MODELS = 8;
const FIRST_BACK_OFF_MS = 1000;
const LONGEST_BACK_OFF_MS = 60_000;

/**
 * Runs a job and answers the engine: complete, BPMN error, incident (permanent), or a later retry.
 * `wait` passes the milliseconds until that retry; it ends early when the workers stop.
 * A job the engine no longer knows is done: it may hand one out twice (camunda/camunda#42244).
 */
export async function runJob(
  job: ActivatedJob,
  runner: JobRunner,
  handedOut: Date,
  commands: Commands,
  log: Pick<Logger, 'info' | 'warn'>,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  const context: JobContext = {
    jobKey: job.key,
    processId: job.bpmnProcessId,
    processVersion: job.processDefinitionVersion,
    elementId: job.elementId,
    elementInstanceKey: job.elementInstanceKey,
    processInstanceKey: job.processInstanceKey,
  };
  const started = performance.now();
  try {
    // The SDK wraps variables in a class of its own; runners get plain data.
    const variables = await runner.run({ ...job.variables }, context, handedOut);
    await answer(() => commands.completeJob({ jobKey: job.key, variables: asJson(variables) }));
    log.info(
      { ...context, type: job.type, ms: Math.round(performance.now() - started) },
      'job done',
    );
  } catch (error) {
    log.warn({ ...context, type: job.type, err: error }, 'job failed');
    await answer(() => reportFailure(job, error, commands, wait));
  }
}

async function reportFailure(
  job: ActivatedJob,
  error: unknown,
  commands: Commands,
  wait: (ms: number) => Promise<void>,
): Promise<unknown> {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof BpmnError) {
    return commands.throwError({ jobKey: job.key, errorCode: error.code, errorMessage: message });
  }
  const permanent = error instanceof PermanentError;
  const retries = permanent ? 0 : Math.max(0, job.retries - 1);
  // Not the engine's own back-off: 8.6.0 lost jobs that failed at one moment, without an incident. While we wait the
  // job is still ours, and when we are killed the engine hands it out again.
  if (retries > 0) await wait(backOff(job.retries));
  return commands.failJob({
    jobKey: job.key,
    errorMessage: permanent
      ? `${message}（${error.code}）`
      : `暂时无法完成，将自动重试；若重试用尽，请排除故障后在此重试：${message}`,
    retries,
    retryBackOff: 0,
  });
}

/** Milliseconds until the next try: doubled at each, capped. */
export function backOff(retriesLeft: number): number {
  const failed = Math.max(0, RETRIES_IN_MODELS - retriesLeft);
  return Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** failed);
}

async function answer(command: () => Promise<unknown>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

/** Plain JSON values, as the command's type wants them; dates become text, undefined goes. */
function asJson(variables: Record<string, unknown>): Record<string, never> {
  return JSON.parse(JSON.stringify(variables));
}
