import { z } from 'zod';
import { goodAnswer } from '../test/process/support/good-case.ts';
import { until } from '../test/process/support/until.ts';
import { complete } from '../test/process/support/user-tasks.ts';

export const FIRST_STEP = 'Task_PreliminaryReview';

const AT_ONCE = 500;
const LONG_MS = 3_600_000;

const tasksSchema = z.object({
  hits: z.object({
    total: z.object({ value: z.number() }),
    hits: z.array(
      z.object({
        _source: z.object({
          id: z.coerce.string(),
          flowNodeBpmnId: z.string(),
          processInstanceId: z.coerce.string(),
        }),
      }),
    ),
  }),
});

/** Open tasks as Tasklist's index has them. */
async function openTasks(search: string, where: object) {
  const response = await fetch(`${search}/tasklist-task-*/_search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ size: AT_ONCE, track_total_hits: true, query: { bool: where } }),
  });
  return tasksSchema.parse(await response.json()).hits;
}

const CREATED = { term: { state: 'CREATED' } };

/** Waits until that many applications have their first task in Tasklist. */
export async function firstTasks(search: string, count: number): Promise<void> {
  await until(
    `${count} first tasks`,
    async () => {
      const { total } = await openTasks(search, {
        filter: [CREATED, { term: { flowNodeBpmnId: FIRST_STEP } }],
      });
      return total.value >= count ? true : undefined;
    },
    LONG_MS,
  );
}

type Batch = { search: string; rest: string; projects: Set<string> };

/**
 * Reviewers who approve whatever they see the moment they see it, until `over` says that all is done. Of the first
 * step only the batch's own tasks: the other applications stay open.
 */
export async function review({ search, rest, projects }: Batch, over: () => Promise<boolean>) {
  const done = new Set<string>();
  while (!(await over())) {
    const pages = await Promise.all([
      openTasks(search, {
        filter: [CREATED, { terms: { processInstanceId: [...projects] } }],
      }),
      openTasks(search, {
        filter: [CREATED],
        must_not: [{ term: { flowNodeBpmnId: FIRST_STEP } }],
      }),
    ]);
    const open = new Map(
      pages.flatMap(({ hits }) =>
        hits.map(({ _source: { id, flowNodeBpmnId } }) => [id, flowNodeBpmnId]),
      ),
    );
    const fresh = [...open].filter(([id]) => !done.has(id));
    for (const [id] of fresh) done.add(id);
    await Promise.all(fresh.map(([id, elementId]) => complete(rest, id, goodAnswer(elementId))));
  }
}
