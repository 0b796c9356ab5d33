import type { z } from 'zod';
import type { JobContext, JobRunner, Message } from '../engine/job.ts';
import type { Calendar } from '../law/calendar/index.ts';
import type { Directory } from '../law/directory/index.ts';
import type { Notices } from '../models/notices.ts';
import type { Steps } from '../models/steps.ts';
import type { WorkerRecords } from '../records/index.ts';
import type { SignatureOf } from './close-task/signed-at-door.ts';
import type { Oversized } from './oversized.ts';

/** Everything the handlers use of the world. */
export type Deps = {
  records: WorkerRecords;
  directory: Directory;
  /** The calendar of this moment: a newly loaded holiday notice replaces it. */
  calendar: () => Calendar;
  /** For a handler the engine's time when it handed the job out; else the engine's where its clock is controlled. */
  now: () => Promise<Date>;
  signatureOf: SignatureOf;
  /** Gives a message to the process that waits for it now; false when none does. */
  correlate: (message: Message) => Promise<boolean>;
  notices: Notices;
  /** The steps of the models that run now. */
  steps: () => Promise<Steps>;
};

/**
 * One job type. `handle` is a function of its arguments: it never sees the job or the SDK.
 * What it returns become variables. It may run twice for one job, so its effects are idempotent.
 */
export type Handler<Input extends z.ZodType> = {
  type: string;
  input: Input;
  /** Whether it runs with variables that are too large, too; an incident else. */
  takesOversized?: true;
  /** Leaves of the job's variables those it may look at; all of them where it is absent. */
  only?: (variables: object, job: JobContext, deps: Deps) => Promise<object>;
  handle: (
    input: z.output<Input>,
    job: JobContext,
    deps: Deps,
    oversized: Oversized[],
  ) => Promise<Record<string, unknown>>;
};

/** A handler whose input type is forgotten, so that different ones fit in one list. */
export type AnyHandler = {
  type: string;
  run: (variables: object, job: JobContext, deps: Deps) => Promise<Record<string, unknown>>;
};

/** Runs a handler's jobs; its time is the engine's when it handed the job out. */
export function runnerOf({ type, run }: AnyHandler, deps: Deps): JobRunner {
  return {
    type,
    run: (variables, job, now) => run(variables, job, { ...deps, now: async () => now }),
  };
}
