/** What a handler may know of the job it serves. Keys are Zeebe's, as text. */
export type JobContext = {
  jobKey: string;
  processId: string;
  elementId: string;
  elementInstanceKey: string;
  processInstanceKey: string;
  /** Of the process; the engine binds a version of each form to it. */
  processVersion: number;
};

/** A visit of a process instance to an element. */
export type Visit = Pick<
  JobContext,
  'processId' | 'elementId' | 'elementInstanceKey' | 'processInstanceKey'
>;

/** Who finished a user task, and when by the engine's clock. */
export type Signature = { signer: string; signedAt: Date };

/** What people see of a task's clock: on its card (null for an untimed step) and, as the variable `clock`, on its form. */
export type ShownClock = { dueDate: string | null; clock: Record<string, unknown> };

/** What is told to the process instance that waits for it. */
export type Message = { name: string; correlationKey: string; variables: Record<string, unknown> };

/** What runs the jobs of one type; `now` is the engine's time when it handed the job out. */
export type JobRunner = {
  type: string;
  run: (variables: unknown, job: JobContext, now: Date) => Promise<Record<string, unknown>>;
};
