import { z } from 'zod';
import type { RestClient } from './connect.ts';
import { keySchema, search } from './search.ts';

const PAGE = 500;

// 8.6's names, and those of later versions where they differ.
const tasksSchema = z.object({
  items: z.array(
    z.object({
      state: z.string(),
      elementId: z.string(),
      processDefinitionId: z.string(),
      processDefinitionVersion: z.unknown().transform(Number),
      processDefinitionKey: keySchema,
      processInstanceKey: keySchema,
    }),
  ),
});

const elementsSchema = z.object({
  items: z.array(
    z
      .object({
        state: z.string(),
        flowNodeId: z.string().nullish(),
        elementId: z.string().nullish(),
        type: z.string(),
        processDefinitionKey: keySchema,
        processInstanceKey: keySchema,
      })
      .transform(({ flowNodeId, elementId, ...element }) => ({
        ...element,
        elementId: elementId ?? flowNodeId ?? '',
      })),
  ),
});

/** A user task somebody has to do now. */
export type RunningTask = z.output<typeof tasksSchema>['items'][number];
/** An element a process instance is at now; `type` is the engine's, such as `USER_TASK`. */
export type ActiveElement = z.output<typeof elementsSchema>['items'][number];

/** Every open user task of a process, all versions, as the search shows them: some seconds late. */
export async function runningTasks(rest: RestClient, processId: string): Promise<RunningTask[]> {
  const tasks = await everyPage(rest, 'user-tasks/search', tasksSchema, {
    filter: { state: 'CREATED', processDefinitionId: processId },
    sort: [{ field: 'creationDate', order: 'asc' }],
  });
  // 8.6.0 does not filter by everything it is asked for.
  return tasks.filter((task) => task.state === 'CREATED' && task.processDefinitionId === processId);
}

/** Whether the search shows an instance at some element; some seconds late. */
export async function showsActive(rest: RestClient, processInstanceKey: string): Promise<boolean> {
  const { items } = elementsSchema.parse(
    await search(rest, 'flownode-instances/search', {
      filter: { state: 'ACTIVE', processInstanceKey },
      page: { limit: PAGE },
    }),
  );
  return items.some(
    (element) => element.state === 'ACTIVE' && element.processInstanceKey === processInstanceKey,
  );
}

/**
 * Every element that instances of one version of a process are at, called processes not included: they are instances
 * of their own. Some seconds late.
 */
export async function activeElements(
  rest: RestClient,
  processDefinitionKey: string,
): Promise<ActiveElement[]> {
  const elements = await everyPage(rest, 'flownode-instances/search', elementsSchema, {
    filter: { state: 'ACTIVE', processDefinitionKey },
  });
  return elements.filter(
    (element) =>
      element.state === 'ACTIVE' && element.processDefinitionKey === processDefinitionKey,
  );
}

async function everyPage<Item>(
  rest: RestClient,
  urlPath: string,
  schema: z.ZodType<{ items: Item[] }>,
  query: object,
): Promise<Item[]> {
  const found: Item[] = [];
  for (let from = 0; ; from += PAGE) {
    const page = { from, limit: PAGE };
    const { items } = schema.parse(await search(rest, urlPath, { ...query, page }));
    found.push(...items);
    if (items.length < PAGE) return found;
  }
}
