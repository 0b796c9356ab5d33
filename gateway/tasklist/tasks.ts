import { z } from 'zod';
import { shanghaiDate } from '../../law/calendar/index.ts';
import type { Directory, Person } from '../../law/directory/index.ts';
import type { Answer } from '../camunda/upstream.ts';
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

/** What never changes of a task: to whom it belongs, where it stands, its form. */
export type TaskFacts = Pick<
  Task,
  | 'id'
  | 'taskDefinitionId'
  | 'processInstanceKey'
  | 'processDefinitionKey'
  | 'formId'
  | 'formVersion'
  | 'candidateGroups'
>;

const MOST_KEPT = 10_000;

/** Tasks of people's own bodies. */
export type Tasks = {
  /**
   * One task as it is now, and as Tasklist told it.
   * @throws Refusal `not-there`
   */
  own(taskId: string, asking: Asking, ask: AskOn): Promise<{ task: Task; answer: Answer }>;
  /**
   * The same without asking Camunda again for a task that somebody has just looked at.
   * @throws Refusal `not-there`
   */
  facts(taskId: string, asking: Asking, ask: AskOn): Promise<TaskFacts>;
};

/** Looks tasks up for whoever asks, and gives only those of their bodies. */
export function ownTasks(): Tasks {
  const kept = new Map<string, TaskFacts>();

  async function own(taskId: string, asking: Asking, ask: AskOn) {
    if (!/^\d{1,20}$/.test(taskId)) throw notThere();
    const answer = await ask({ method: 'GET', path: `/v1/tasks/${taskId}` });
    if (!isGood(answer)) throw notThere('这个任务已不存在，请刷新待办列表。');
    const task = answered(taskSchema, answer);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(taskId, task);
    checkOwn(task, asking);
    return { task, answer };
  }

  return {
    own,
    async facts(taskId, asking, ask) {
      const known = kept.get(taskId);
      if (known === undefined) return (await own(taskId, asking, ask)).task;
      checkOwn(known, asking);
      return known;
    },
  };
}

function checkOwn({ candidateGroups }: TaskFacts, asking: Asking): void {
  const bodies = ownBodies(asking);
  if (!candidateGroups.some((group) => bodies.includes(group))) throw notThere();
}
