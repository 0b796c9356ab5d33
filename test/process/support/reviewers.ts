import { z } from 'zod';
import { exported, keySchema } from './exported.ts';
import { goodAnswer } from './good-case.ts';
import type { Project } from './project.ts';
import { until } from './until.ts';
import { complete } from './user-tasks.ts';
import type { World } from './world.ts';

type Answers = Record<string, unknown>;

/** A project and what its people enter differently from a good case, by step. */
export type Work = { project: Project; differs?: Record<string, Answers> };

type Step = {
  elementInstanceKey: string;
  elementId: string;
  processInstanceKey: string;
  person: string;
};

// So many steps are on their way at once: more would only wait together for the engine.
const HANDS = 32;
// An engine that is too busy may cut a call; whoever signed then looks again, and signs again if the step is still open.
const MOST_TRIES = 5;

/** Works off whatever is open of one project until it is over, and gives its end event. */
export async function toTheEnd(
  world: World,
  project: Project,
  differs: Record<string, Answers> = {},
): Promise<string> {
  await workOff(world, [{ project, differs }]);
  return project.end();
}

/**
 * Simulated reviewers and owners: they finish whatever is open of these projects, in no order of their own, until
 * every project is over. What to do they learn from the records, as people do from their lists, not from what the
 * models should do next. A step is finished once; one that opens anew is a new step.
 */
export async function workOff(world: World, works: Work[]): Promise<void> {
  const byKey = new Map(works.map((work) => [work.project.processInstanceKey, work]));
  const finished = new Set<string>();
  const tries = new Map<string, number>();
  for (;;) {
    // The limit of the waiting starts anew with every step: only what stands still breaks it.
    const steps = await until('a step to finish, or the end of all', async () => {
      const open = await openSteps(world, [...byKey.keys()]);
      const waiting = open.filter(({ elementInstanceKey }) => !finished.has(elementInstanceKey));
      const free = HANDS - (open.length - waiting.length);
      const ready = await withTaskKeys(world, waiting.slice(0, Math.max(0, free)));
      if (ready.length > 0) return ready;
      return open.length === 0 && (await allOver(world, [...byKey.keys()])) ? [] : undefined;
    });
    if (steps.length === 0) return;
    await Promise.all(
      steps.map(async ({ elementId, processInstanceKey, ...visit }) => {
        const { elementInstanceKey } = visit;
        const { differs } = byKey.get(processInstanceKey) ?? {};
        const answer = differs?.[elementId] ?? goodAnswer(elementId);
        const done = await complete(world, visit, answer).then(
          () => true,
          (error: unknown) => {
            const count = (tries.get(elementInstanceKey) ?? 0) + 1;
            if (count === MOST_TRIES) throw error;
            tries.set(elementInstanceKey, count);
            return false;
          },
        );
        if (done) finished.add(elementInstanceKey);
      }),
    );
  }
}

/** The open steps of these projects, those of called processes too, each with its project's instance. */
async function openSteps({ database }: World, keys: string[]): Promise<Step[]> {
  const { rows } = await database.query<Step>(
    `select clock.element_instance_key as "elementInstanceKey", clock.element_id as "elementId",
       proceeding as "processInstanceKey", assignee as person
     from clocks clock
     where proceeding = any($1) and clock.closed_on is null
     order by clock.sequence`,
    [keys],
  );
  return rows;
}

async function allOver({ database }: World, keys: string[]): Promise<boolean> {
  const { rows } = await database.query(
    'select 1 from proceedings where root_instance = any($1) and ended_at is not null',
    [keys],
  );
  return rows.length === keys.length;
}

/** Those of the steps whose user task is there, with its key. */
async function withTaskKeys({ search }: World, steps: Step[]) {
  if (steps.length === 0) return [];
  const tasks = await exported(
    search,
    'user-task',
    [
      { terms: { 'value.elementInstanceKey': steps.map((step) => step.elementInstanceKey) } },
      { term: { intent: 'CREATED' } },
    ],
    z.object({ userTaskKey: keySchema, elementInstanceKey: keySchema }),
  );
  const taskKeys = new Map(tasks.map((task) => [task.elementInstanceKey, task.userTaskKey]));
  return steps.flatMap((step) => {
    const taskKey = taskKeys.get(step.elementInstanceKey);
    return taskKey === undefined ? [] : [{ ...step, taskKey }];
  });
}
