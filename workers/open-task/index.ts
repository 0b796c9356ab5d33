import { z } from 'zod';
import { shanghaiDate } from '../calendar/index.ts';
import { defineHandler } from '../define-handler.ts';
import type { Deps, JobContext } from '../handler.ts';
import { actingBody, earlierClock, type StatutoryTask, statutoryTaskSchema } from '../statutory-task.ts';
import { assign } from './assign.ts';
import { historyForForm } from './history.ts';
import { startClock } from './start-clock.ts';
import { taskOpened } from './task-opened.ts';

/**
 * Start listener of every user task: starts its clock, finds its person, tells them.
 * Returns, local to the task: `assignee, candidateGroups, dueDate, clock, history`.
 * The stored clock answers a repeated job, so the same visit keeps its person and its deadline.
 *
 * @throws PermanentError `unknown-body`, `nobody-available`
 */
export const openTask = defineHandler({
  type: 'open-task',
  input: statutoryTaskSchema.and(z.record(z.string(), z.unknown())),
  handle: async (task, job, deps) => {
    const clock =
      (await deps.records.clock(job.elementInstanceKey)) ?? (await open(task, job, deps));
    await deps.records.queueMessages(taskOpened(clock, task, deps));
    return clock.answer;
  },
});

async function open(
  task: StatutoryTask & Record<string, unknown>,
  job: JobContext,
  { records, directory, calendar, now, labels }: Deps,
) {
  const openedAt = await now();
  const body = actingBody(task, directory);
  const { person, onBehalfOf } = assign(task, body, shanghaiDate(openedAt), {
    directory,
    openTasks: await records.countOpenTasks(),
  });
  const earlier = earlierClock(task, job.elementId);
  const clock = startClock(task, earlier.used, openedAt, calendar());
  return records.openClock({
    elementInstanceKey: job.elementInstanceKey,
    processInstanceKey: job.processInstanceKey,
    processId: job.processId,
    elementId: job.elementId,
    projectId: task.projectId,
    projectName: task.application.projectName,
    label: labels.of(job.processId, job.elementId),
    body: body.name,
    assignee: person.id,
    role: task.role,
    article: task.article,
    limitDays: task.limitDays,
    usedBefore: earlier.used,
    startedOn: clock.startedOn,
    deadline: clock.deadline,
    provisional: clock.provisional,
    openedAt,
    closedOn: null,
    used: null,
    facts: task.application,
    answer: {
      assignee: person.id,
      ...(onBehalfOf && { onBehalfOf }),
      candidateGroups: [body.name],
      dueDate: clock.dueDate,
      clock: clock.variable,
      history: historyForForm(await records.history(task.projectId), directory),
    },
  });
}
