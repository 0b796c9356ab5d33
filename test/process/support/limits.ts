import type { Project } from './project.ts';
import { dueDate } from './user-tasks.ts';
import { variablesOf } from './variables.ts';
import type { World } from './world.ts';

/** What the people of an open step see of its clock; `dueDate` is that of its card in Tasklist. */
export async function limitSeen(world: World, project: Project, elementId: string) {
  const { deadline, answer, task } = await project.shown(elementId);
  const { used, remaining } = answer.clock as { used: number; remaining: number };
  return { used, remaining, deadline, dueDate: await dueDate(world.search, task) };
}

/** The same of a step on which nothing runs. */
export const NO_LIMIT = { used: undefined, remaining: undefined, deadline: null, dueDate: null };

/** What `limitSeen` gives of a limit that ends with that day. */
export function limit(deadline: string, used: number, remaining: number) {
  return { used, remaining, deadline, dueDate: `${deadline}T15:59:59.000Z` };
}

/** What the process keeps of the clock of an earlier step, read when a later one of the same stage has begun. */
export async function clockKept(
  { search }: World,
  { processInstanceKey }: { processInstanceKey: string },
  elementId: string,
): Promise<unknown> {
  const variables = await variablesOf(search, processInstanceKey);
  return variables.find(
    ({ scope, name }) => scope === processInstanceKey && name === `clock_${elementId}`,
  )?.value;
}
