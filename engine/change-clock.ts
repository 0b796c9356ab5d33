import type { RestClient } from './connect.ts';
import type { ShownClock, TaskKeys } from './job.ts';
import { findTask, notThere } from './user-tasks.ts';

/**
 * Shows an open task's new clock: the due date on its card, the variable `clock` on its form.
 * @throws Error when the task is not searchable yet or the engine refuses
 */
export async function changeClock(
  rest: RestClient,
  task: TaskKeys,
  { dueDate, clock }: ShownClock,
): Promise<void> {
  const found = await findTask(rest, task);
  if (!found) throw notThere(task);
  if (found.state !== 'CREATED') return;
  await rest.callApiEndpoint({
    method: 'PATCH',
    urlPath: `user-tasks/${found.key}`,
    body: { changeset: { dueDate } },
    json: false,
  });
  await rest.callApiEndpoint({
    method: 'PUT',
    urlPath: `element-instances/${task.elementInstanceKey}/variables`,
    body: { variables: { clock }, local: true },
    json: false,
  });
}
