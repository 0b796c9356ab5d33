import { parse } from 'lossless-json';
import { z } from 'zod';
import { timeSource } from '../../../engine/clock.ts';
import { SIGNATURE } from '../../../law/signature.ts';
import { patiently } from './patiently.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

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

/** A visit to a step, its task, and who completes it. */
export type Completion = { elementInstanceKey: string; taskKey: string; person: string };

/**
 * Completes a task signed by a person, with the very signature the door gives. Whether that person may is not asked: what
 * the workers make of it is what tests look at.
 */
export async function complete(
  { rest, management, records }: Pick<World, 'rest' | 'management' | 'records'>,
  { elementInstanceKey, taskKey, person }: Completion,
  entered: Record<string, unknown>,
): Promise<void> {
  const signedAt = await timeSource(management)();
  const nonce = await records.sign({ elementInstanceKey, taskKey, person, signedAt }, entered);
  await completeUnsigned(rest, taskKey, { ...entered, [SIGNATURE]: nonce });
}

/** Completes a task past the door. */
export async function completeUnsigned(
  rest: string,
  taskKey: string,
  variables: Record<string, unknown>,
): Promise<void> {
  await call(rest, 'POST', `user-tasks/${taskKey}/completion`, JSON.stringify({ variables }));
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
