import { z } from 'zod';
import { shanghaiDate } from '../../law/calendar/index.ts';
import type { Directory, Person } from '../../law/directory/index.ts';
import { answered, isGood } from '../read.ts';
import { notThere } from '../refusal.ts';
import type { AskOn } from '../rule.ts';
import { bodiesOf } from './bodies.ts';

/** What is read of a task as Tasklist tells it. Keys are text. */
const taskSchema = z.looseObject({
  id: z.string(),
  taskDefinitionId: z.string(),
  processInstanceKey: z.string(),
  processDefinitionKey: z.string(),
  taskState: z.string(),
  assignee: z.string().nullish(),
  formId: z.string().nullish(),
  formVersion: z.number().nullish(),
  candidateGroups: z
    .array(z.string())
    .nullish()
    .transform((groups) => groups ?? []),
});
export type Task = z.output<typeof taskSchema>;

/** By whom and when a task is asked for. */
export type Asking = { person: Person; directory: Directory; now: Date };

/** The bodies whose tasks the person sees that day. */
export function ownBodies({ person, directory, now }: Asking): string[] {
  return bodiesOf(person, shanghaiDate(now), directory);
}

/**
 * One task, when it is one of the person's bodies.
 * @throws Refusal `not-there`
 */
export async function ownTask(taskId: string, asking: Asking, ask: AskOn): Promise<Task> {
  if (!/^\d{1,20}$/.test(taskId)) throw notThere();
  const answer = await ask({ method: 'GET', path: `/v1/tasks/${taskId}` });
  if (!isGood(answer)) throw notThere('这个任务已不存在，请刷新待办列表。');
  const task = answered(taskSchema, answer);
  const bodies = ownBodies(asking);
  if (!task.candidateGroups.some((group) => bodies.includes(group))) throw notThere();
  return task;
}
