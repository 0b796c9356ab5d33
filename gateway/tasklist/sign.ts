import type { Person } from '../../law/directory/index.ts';
import { SIGNATURE } from '../../law/signature.ts';
import type { Records, StoredClock } from '../../records/index.ts';
import { Refusal } from '../refusal.ts';
import type { Entered } from './entered.ts';
import type { Asking, Task, TaskFacts } from './tasks.ts';

/**
 * Keeps who completes the task with what, before anything reaches the engine.
 * @returns what is entered, and the number of the signature
 */
export async function signedBy(
  { person, now }: Asking,
  task: TaskFacts,
  { elementInstanceKey }: StoredClock,
  entered: Entered,
  records: Pick<Records, 'sign'>,
): Promise<Entered> {
  const values = Object.fromEntries(
    entered.map(({ name, value }): [string, unknown] => [name, JSON.parse(value)]),
  );
  const nonce = await records.sign(
    { elementInstanceKey, taskKey: task.id, person: person.id, signedAt: now },
    values,
  );
  return [...entered, { name: SIGNATURE, value: JSON.stringify(nonce) }];
}

/**
 * Why Tasklist did not take a completion, where it can be seen.
 * @throws Refusal `not-open`, `not-yours`
 */
export function whyNot({ taskState, assignee }: Task, person: Person): void {
  if (taskState !== 'CREATED') {
    throw new Refusal('not-open', 409, '这个任务已经办结或者撤销，请刷新待办列表。');
  }
  if (assignee !== person.id) {
    throw new Refusal('not-yours', 403, '请先认领这个任务，再提交。');
  }
}
