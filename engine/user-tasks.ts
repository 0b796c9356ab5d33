import { z } from 'zod';
import type { RestClient } from './connect.ts';
import type { TaskKeys } from './job.ts';
import { keySchema, search } from './search.ts';

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
      .transform(({ key, userTaskKey, ...task }) => ({ ...task, key: userTaskKey || key || '' })),
  ),
});

export type UserTask = z.output<typeof userTasksSchema>['items'][number];

/** 8.6.0 ignores a filter by element instance, so the instance's tasks are fetched and looked through. */
export async function findTask(rest: RestClient, task: TaskKeys): Promise<UserTask | undefined> {
  const tasks = await tasksOf(rest, task);
  return tasks.find(({ elementInstanceKey }) => elementInstanceKey === task.elementInstanceKey);
}

/** The user tasks of a process instance, the newest first. */
export function tasksOf(rest: RestClient, { processInstanceKey }: TaskKeys): Promise<UserTask[]> {
  return searchTasks(rest, {
    filter: { processInstanceKey },
    sort: [{ field: 'creationDate', order: 'desc' }],
    page: { limit: 100 },
  });
}

/** A page of all completed tasks, the newest first. */
export function newestCompletions(
  rest: RestClient,
  page: { from: number; limit: number },
): Promise<UserTask[]> {
  return searchTasks(rest, {
    filter: { state: 'COMPLETED' },
    sort: [{ field: 'completionDate', order: 'desc' }],
    page,
  });
}

async function searchTasks(rest: RestClient, body: object): Promise<UserTask[]> {
  return userTasksSchema.parse(await search(rest, 'user-tasks/search', body)).items;
}

/** The index lags by about a second: whoever asks too soon has to ask again. */
export function notThere({ elementInstanceKey }: TaskKeys): Error {
  return new Error(`user task of ${elementInstanceKey} is not in the search index yet`);
}
