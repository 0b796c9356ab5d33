/** What a handler may know of the job it serves. Keys are Zeebe's, as text. */
export type JobContext = {
  jobKey: string;
  processId: string;
  /** The engine binds a version of each form to it. */
  processVersion: number;
  elementId: string;
  elementInstanceKey: string;
  processInstanceKey: string;
};

/** By what a visit to a user task is found. */
export type TaskKeys = Pick<JobContext, 'elementInstanceKey' | 'processInstanceKey'>;

/** Who finished a user task, and when by the engine's clock. */
export type Signature = { signer: string; signedAt: Date };

/** What people see of a task's clock: on its card (null for an untimed step) and, as the variable `clock`, on its form. */
export type ShownClock = { dueDate: string | null; clock: Record<string, unknown> };

/** What is told to the process instance that waits for it. */
export type Message = { name: string; correlationKey: string; variables: Record<string, unknown> };

/** What runs the jobs of one type; `now` is the engine's time when it handed the job out. */
export type JobRunner = {
  type: string;
  run: (variables: object, job: JobContext, now: Date) => Promise<Record<string, unknown>>;
};
