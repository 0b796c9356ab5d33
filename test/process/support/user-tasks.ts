import { parse } from 'lossless-json';
import { z } from 'zod';
import { patiently } from './patiently.ts';
import { until } from './until.ts';

const itemSchema = z.object({
  key: z.unknown().transform(String),
  elementInstanceKey: z.unknown().transform(String),
  state: z.string(),
  assignee: z.string().nullish(),
});

export type UserTask = z.output<typeof itemSchema>;

/** The user task of an element instance as the engine's search shows it. */
export async function findUserTask(
  rest: string,
  task: { processInstanceKey: string; elementInstanceKey: string },
): Promise<UserTask | undefined> {
  const response = await call(
    rest,
    'POST',
    'user-tasks/search',
    `{"filter":{"processInstanceKey":${task.processInstanceKey}},"page":{"limit":100}}`,
  );
  const { items } = z.object({ items: z.array(itemSchema) }).parse(parse(response));
  return items.find(({ elementInstanceKey }) => elementInstanceKey === task.elementInstanceKey);
}

const dueSchema = z.object({
  hits: z.object({
    hits: z.array(z.object({ _source: z.object({ dueDate: z.string().nullable() }) })),
  }),
});

/**
 * The due date Tasklist shows on a task's card, as an instant; the card can come a moment after the engine's search
 * has the task. 8.6.0's own search leaves it out.
 */
export async function dueDate(search: string, { key }: UserTask): Promise<string | null> {
  const { dueDate: shown } = await until(`the card of ${key}`, async () => {
    const response = await fetch(`${search}/tasklist-task-*/_search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: { ids: { values: [key] } } }),
    });
    return dueSchema.parse(await response.json()).hits.hits[0]?._source;
  });
  return shown === null ? null : new Date(shown).toISOString();
}

/** Hands the task to someone else, as Tasklist's own call does. */
export async function assign(rest: string, key: string, assignee: string): Promise<void> {
  await call(
    rest,
    'POST',
    `user-tasks/${key}/assignment`,
    JSON.stringify({ assignee, allowOverride: true }),
  );
}

export async function complete(rest: string, key: string, variables: unknown): Promise<void> {
  await call(rest, 'POST', `user-tasks/${key}/completion`, JSON.stringify({ variables }));
}

async function call(rest: string, method: string, path: string, body: string): Promise<string> {
  return patiently(async () => {
    const response = await fetch(`${rest}/v2/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text;
  });
}
