import type { JobContext } from '../../engine/job.ts';
import { shanghaiDate } from '../../law/calendar/index.ts';
import { startClock } from '../../law/clock/start-clock.ts';
import type { ClockRow } from '../../records/index.ts';
import { scopeOf } from '../case.ts';
import { extensionIn } from '../clock-variable.ts';
import type { Deps } from '../handler.ts';
import type { StatutoryTask, Terms } from '../statutory-task.ts';
import { actingBody } from './acting-body.ts';
import { assign } from './assign.ts';
import { clockForTask } from './clock-for-task.ts';
import { leftBy } from './earlier-visit.ts';
import { grantedDays } from './granted-days.ts';
import { historyForForm } from './history.ts';

/**
 * The clock of a visit that begins: whose step it is, until when, and what open-task answers.
 *
 * @throws PermanentError `unknown-body`, `nobody-available`
 */
export async function newClock(
  task: StatutoryTask,
  job: JobContext,
  { openedAt, carried }: { openedAt: Date } & Pick<Terms, 'carried'>,
  deps: Deps,
): Promise<ClockRow> {
  const { records, directory, calendar } = deps;
  const { projectId, role, article, limitDays, position, eachVisit, grounds } = task;
  // What is kept of the application: who may act, and what a later notice about this visit names.
  const { projectName, applicantUnit, ownerUnit, level, county, investment } = task.application;
  const facts = { projectName, applicantUnit, ownerUnit, level, county, investment };
  const body = actingBody(task, directory);
  const { person, onBehalfOf } = await assign(task, body, shanghaiDate(openedAt), deps);
  const { elementInstanceKey, processInstanceKey, processId, elementId } = job;
  const steps = await deps.steps();
  const offered = steps.outcomes(processId, elementId);
  const [before, past] = await Promise.all([
    records.visitBefore(job).then(leftBy),
    records.past(scopeOf(task, job)),
  ]);
  const { proceeding, history, earlier, referredDelay } = past;
  // What nobody asked for here and nobody granted lengthens no limit.
  const granted = before.askedForTime ? grantedDays(history) : 0;
  const limit = {
    limitDays,
    usedBefore: before.used,
    extendedBy: Math.min(extensionIn(task, elementId), before.extension + granted),
  };
  const clock = {
    ...{ elementInstanceKey, processInstanceKey, processId, elementId },
    ...{ projectId, proceeding, projectName, facts, role, article, openedAt },
    ...limit,
    ...startClock(limit, openedAt, calendar()),
    label: steps.label(processId, elementId),
    body: body.name,
    assignee: person.id,
    closedOn: null,
    used: null,
  };
  const terms: Terms = {
    ...{ position, eachVisit, grounds },
    ...(offered && { outcomes: offered }),
    handedBackOn: before.handedBackOn,
    decidesExtension: (task.extensionRequest ?? null) !== null,
    carried,
  };
  return {
    ...clock,
    answer: {
      assignee: person.id,
      ...(onBehalfOf && { onBehalfOf }),
      // Whose people may sign: where the case is the body's own, those who review in its place.
      candidateGroups: [directory.actingBody(body, facts, role).name],
      ...clockForTask(clock, openedAt, calendar()),
      // Each for itself: what one proceeding says sets no opinion of another aside.
      history: [earlier, history].flatMap((lines) => historyForForm(lines, directory)),
      // The process that is asked to decide does not have it: a called process has counted it (Art. 27).
      ...(referredDelay !== undefined && { ownerDelay: referredDelay }),
      terms,
    },
  };
}
