import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'lossless-json';
import { z } from 'zod';
import type { JobContext, ShownClock, Signature } from '../handler.ts';
import type { RestClient } from './engine.ts';

const PATIENCE = { withinMs: 30_000, everyMs: 150 };

// Keys come as text or, from 8.6, as numbers beyond JavaScript's own; as text they are exact.
const keySchema = z.unknown().transform(String);

// 8.6 says `key`, later versions `userTaskKey`; both are read.
const userTasksSchema = z.object({
  items: z.array(
    z
      .object({
        key: keySchema.optional(),
        userTaskKey: keySchema.optional(),
        elementInstanceKey: keySchema,
        state: z.string(),
        assignee: z.string().nullish(),
        completionDate: z.string().nullish(),
      })
      .transform(({ key, userTaskKey, ...task }) => ({ ...task, key: userTaskKey ?? key ?? '' })),
  ),
});

type UserTask = z.output<typeof userTasksSchema>['items'][number];

/**
 * The signer of a completed task and when, by the engine's clock. The search index lags by about a second:
 * polled until it is there.
 * @throws Error when it is not there in time; the job is then tried again
 */
export async function signatureOf(
  rest: RestClient,
  task: JobContext,
  { withinMs, everyMs } = PATIENCE,
): Promise<Signature> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await findTask(rest, task);
    if (found?.state === 'COMPLETED' && found.completionDate) {
      return { signer: found.assignee ?? '', signedAt: new Date(found.completionDate) };
    }
    if (performance.now() > end) {
      throw new Error(`user task of ${task.elementInstanceKey} is not in the search index yet`);
    }
    await pause(everyMs);
  }
}

/**
 * Shows an open task's new clock: the due date on its card, the variable `clock` on its form.
 * @throws Error when the task is not searchable yet or the engine refuses
 */
export async function changeClock(
  rest: RestClient,
  task: JobContext,
  { dueDate, clock }: ShownClock,
): Promise<void> {
  const found = await findTask(rest, task);
  if (!found)
    throw new Error(`user task of ${task.elementInstanceKey} is not in the search index yet`);
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

/** 8.6.0 ignores a filter by element instance, so the instance's tasks are fetched and looked through. */
async function findTask(rest: RestClient, task: JobContext): Promise<UserTask | undefined> {
  const answer: unknown = await rest.callApiEndpoint({
    method: 'POST',
    urlPath: 'user-tasks/search',
    body: {
      filter: { processInstanceKey: task.processInstanceKey },
      sort: [{ field: 'creationDate', order: 'desc' }],
      page: { limit: 100 },
    },
    parseJson: (text: string) => parse(text),
  });
  const { items } = userTasksSchema.parse(answer);
  return items.find(({ elementInstanceKey }) => elementInstanceKey === task.elementInstanceKey);
}
