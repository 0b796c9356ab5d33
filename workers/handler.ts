import type { z } from 'zod';
import type { Records } from '../records/index.ts';
import type { Calendar } from './calendar/index.ts';
import type { Directory } from './directory/index.ts';
import type { Labels } from './models/labels.ts';
import type { Notices } from './notices/notices.ts';
import type { Oversized } from './oversized.ts';

/** What a handler may know of the job it serves. Keys are Zeebe's, as text. */
export type JobContext = {
  jobKey: string;
  processId: string;
  elementId: string;
  elementInstanceKey: string;
  processInstanceKey: string;
};

/** Who finished a user task, and when by the engine's clock. */
export type Signature = { signer: string; signedAt: Date };

/** What people see of a task's clock: on its card (null for an untimed step) and, as the variable `clock`, on its form. */
export type ShownClock = { dueDate: string | null; clock: Record<string, unknown> };

/** What is told to the process instance that waits for it. */
export type Message = { name: string; correlationKey: string; variables: Record<string, unknown> };

/** What the handlers use of the records; mail, health and the modeler use the rest. */
export type HandlerRecords = Pick<
  Records,
  | 'giveProjectId'
  | 'similarOpenProjects'
  | 'project'
  | 'closeProject'
  | 'forgetContents'
  | 'openClock'
  | 'clock'
  | 'openClocks'
  | 'ownerClocks'
  | 'moveDeadline'
  | 'closeClock'
  | 'countOpenTasks'
  | 'past'
  | 'queueMessages'
  | 'refer'
  | 'wishWithdrawal'
  | 'settleWithdrawal'
  | 'withdrawalFate'
>;

/** Everything the handlers use of the world. */
export type Deps = {
  records: HandlerRecords;
  directory: Directory;
  /** The calendar of this moment: a newly loaded holiday notice replaces it. */
  calendar: () => Calendar;
  /** For a handler the engine's time when it handed the job out; else the engine's where its clock is controlled. */
  now: () => Promise<Date>;
  /** Polls until the engine's search shows the completed task; throws when it takes too long. */
  signatureOf: (task: JobContext) => Promise<Signature>;
  /** Gives a message to the process that waits for it now; false when none does. */
  correlate: (message: Message) => Promise<boolean>;
  notices: Notices;
  /** Labels of the models that run now. */
  labels: () => Promise<Labels>;
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
