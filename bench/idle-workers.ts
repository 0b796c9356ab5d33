import { pino } from 'pino';
import { connectEngine } from '../engine/connect.ts';
import type { JobRunner } from '../engine/job.ts';
import { pollJobs } from '../engine/jobs/poll.ts';
import { keepPolls } from '../engine/jobs/polls.ts';

// The job types of the models with handlers that do nothing: what is left is the engine's own time. Run by
// bench/applications.ts as a process of its own, like workers/main.ts.

const CLOCK = { limit: null, used: 0, grounds: [], remindFrom: '2099-01-01T09:00:00+08:00' };

const answers: Record<string, JobRunner['run']> = {
  'check-application': async (variables, { processInstanceKey }) => ({
    ...(variables as object),
    projectId: `BENCH-${processInstanceKey}`,
    proceedingId: processInstanceKey,
    classified: false,
    problems: [],
    warnings: [],
  }),
  'open-task': async () => ({
    assignee: 'shuju.zhang',
    candidateGroups: [],
    dueDate: null,
    clock: CLOCK,
  }),
  'close-task': async (variables, { elementId }) => {
    const key = `result_${elementId}`;
    return { [key]: (variables as Record<string, unknown>)[key], [`clock_${elementId}`]: CLOCK };
  },
  remind: async () => ({ ownerDelay: 0, delayReferral: false }),
  notify: async () => ({}),
  'close-project': async () => ({}),
};

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
const handlers = Object.entries(answers).map(([type, run]) => ({ type, run }));
const polls = keepPolls(Object.keys(answers));
const log = pino({ level: 'error' });
await Promise.all(
  handlers.map((handler) =>
    pollJobs(handler, {
      engine: connectEngine(),
      polls,
      log,
      signal: stop.signal,
    }),
  ),
);
process.exit(0);
