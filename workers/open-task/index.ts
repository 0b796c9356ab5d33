import type { ClockRow } from '../../records/index.ts';
import { onRecord } from '../case.ts';
import { defineHandler } from '../define-handler.ts';
import { fingerprint } from '../oversized.ts';
import { statutoryTaskSchema } from '../statutory-task.ts';
import { clockForTask } from './clock-for-task.ts';
import { newClock } from './new-clock.ts';
import { saidByModel } from './said-by-model.ts';
import { taskOpened } from './task-opened.ts';

/**
 * Start listener of every user task: starts its clock, finds its person, tells them. What it goes by stands in the
 * task's own input mappings and in the records, never in a variable that somebody could have sent.
 * Returns, local to the task: `assignee, candidateGroups, dueDate, clock, history`, `shown` (what its form shows, as
 * people read it), and after a referral for delay `ownerDelay` (working days).
 * The stored clock answers a repeated job, so the same visit keeps its person and its deadline; only
 * the reminder's start moves on with the time.
 *
 * @throws PermanentError `unknown-body`, `nobody-available`
 */
export const openTask = defineHandler({
  type: 'open-task',
  input: statutoryTaskSchema,
  only: saidByModel,
  // What a process carries is told where it was filed; the step needs its clock all the same.
  takesOversized: true,
  handle: async (variables, job, deps, oversized) => {
    const { records, calendar, steps } = deps;
    const task = await onRecord(variables, job, records);
    const now = await deps.now();
    const answerOf = async (clock: ClockRow) => {
      // By the terms close-task judges; as a variable they would only be more for the engine to carry and to export.
      const { terms: _terms, ...answer } = clock.answer;
      const opened = { ...answer, ...clockForTask(clock, now, calendar()) };
      const shown = (await steps()).shown(job.processId, job.elementId, { ...task, ...opened });
      return { ...opened, shown };
    };
    const begin = async () => {
      const clock = await newClock(
        task,
        job,
        { openedAt: now, carried: oversized.map(fingerprint) },
        deps,
      );
      // The form's words as they are today: what the models say of it may change.
      const { shown } = await answerOf(clock);
      const form = { processVersion: job.processVersion, given: { ...task, shown } };
      return records.openClock(clock, taskOpened(clock, task, deps), form);
    };
    return answerOf((await records.clock(job.elementInstanceKey)) ?? (await begin()));
  },
});
