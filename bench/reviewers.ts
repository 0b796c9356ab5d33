import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { goodAnswer } from '../test/process/support/good-case.ts';
import { until } from '../test/process/support/until.ts';
import { complete } from '../test/process/support/user-tasks.ts';
import type { World } from '../test/process/support/world.ts';

export const FIRST_STEP = 'Task_PreliminaryReview';

const AT_ONCE = 500;
// Whoever looks without a pause measures the looking.
const LOOK_EVERY_MS = 200;
const LONG_MS = 3_600_000;

const FIELDS = 'id,flowNodeBpmnId,flowNodeInstanceId,processInstanceId,assignee';
const tasksSchema = z.object({
  hits: z.object({
    total: z.object({ value: z.number() }),
    hits: z.array(
      z.object({
        _source: z.object({
          id: z.coerce.string(),
          flowNodeBpmnId: z.string(),
          flowNodeInstanceId: z.coerce.string(),
          // Handlers that do nothing name nobody.
          assignee: z
            .string()
            .nullish()
            .transform((person) => person ?? ''),
          processInstanceId: z.coerce.string(),
        }),
      }),
    ),
  }),
});

/** Open tasks as Tasklist's index has them. */
async function openTasks(search: string, where: object) {
  const answer = await post(
    `${search}/tasklist-task-*/_search?size=${AT_ONCE}&track_total_hits=true&_source_includes=${FIELDS}`,
    { bool: where },
  );
  return tasksSchema.parse(answer).hits;
}

async function post(address: string, query: object): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
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

type Batch = Pick<World, 'search' | 'rest' | 'management' | 'records'> & {
  projects: Set<string>;
};

/**
 * Reviewers who approve whatever they see as soon as they see it, until all projects of the batch are over. Of the
 * first step only the batch's own tasks: the other applications stay open.
 */
export async function review({ projects, ...world }: Batch): Promise<void> {
  const { search } = world;
  const done = new Set<string>();
  for (;;) {
    const pages = await Promise.all([
      openTasks(search, {
        filter: [CREATED, { terms: { processInstanceId: [...projects] } }],
      }),
      openTasks(search, {
        filter: [CREATED],
        must_not: [{ term: { flowNodeBpmnId: FIRST_STEP } }],
      }),
    ]);
    const open = pages.flatMap(({ hits }) => hits.map(({ _source }) => _source));
    const fresh = open.filter(({ id }) => !done.has(id));
    for (const { id } of fresh) done.add(id);
    await Promise.all(
      fresh.map(({ id, flowNodeBpmnId, flowNodeInstanceId, assignee }) =>
        complete(
          world,
          { taskKey: id, elementInstanceKey: flowNodeInstanceId, person: assignee },
          goodAnswer(flowNodeBpmnId),
        ),
      ),
    );
    if (open.length === 0 && (await over(search, projects)) === projects.size) return;
    await pause(LOOK_EVERY_MS);
  }
}

const countSchema = z.object({ count: z.number() });

/** How many of the projects are over, as exported so far. */
async function over(search: string, projects: Set<string>): Promise<number> {
  const filter = [
    { term: { intent: 'ELEMENT_COMPLETED' } },
    { term: { 'value.bpmnElementType': 'PROCESS' } },
    { terms: { key: [...projects] } },
  ];
  const answer = await post(`${search}/zeebe-record_process-instance_*/_count`, {
    bool: { filter },
  });
  return countSchema.parse(answer).count;
}
