import { z } from 'zod';
import { until } from './until.ts';
import type { World } from './world.ts';

const sessionSchema = z.object({ csrfToken: z.string() });
const tasksSchema = z.array(
  z.object({
    id: z.string(),
    taskDefinitionId: z.string(),
    taskState: z.string(),
    assignee: z.string().nullish(),
    creationDate: z.string(),
  }),
);

export type DoorTask = z.output<typeof tasksSchema>[number];
export type Answer = { status: number; body: unknown };

/** Somebody who has signed in at the gateway, with what their browser's developer tools let them send. */
export type Visitor = {
  /** Any call with their cookie and their token. */
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** The tasks Tasklist lists to them, of one instance. */
  tasks(processInstanceKey: string): Promise<DoorTask[]>;
  /** The open task at a step, waited for. */
  task(processInstanceKey: string, elementId: string): Promise<DoorTask>;
  claim(taskId: string): Promise<Answer>;
  complete(taskId: string, entered: Record<string, unknown>): Promise<Answer>;
  start(processId: string, entered: Record<string, unknown>): Promise<Answer>;
};

/** As Tasklist's pages send them. */
export function asVariables(entered: Record<string, unknown>) {
  return Object.entries(entered).map(([name, value]) => ({ name, value: JSON.stringify(value) }));
}

/** Signs a person in at the gateway, as its page does. */
export async function enter({ gateway }: Pick<World, 'gateway'>, person: string): Promise<Visitor> {
  let cookie = '';
  let token = '';

  const call: Visitor['call'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${gateway}${path}`, {
      method,
      redirect: 'manual',
      headers: { cookie, 'x-csrf-token': token, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    return { status: response.status, body: jsonOr(text) };
  };

  token = sessionSchema.parse((await call('GET', '/api/session')).body).csrfToken;
  const signedIn = await call('POST', '/api/session', { userId: person, password: 'demo' });
  if (signedIn.status !== 200) throw new Error(`${person} cannot sign in: ${signedIn.status}`);
  token = sessionSchema.parse(signedIn.body).csrfToken;

  const tasks: Visitor['tasks'] = async (processInstanceKey) => {
    const { status, body } = await call('POST', '/v1/tasks/search', { processInstanceKey });
    if (status !== 200) throw new Error(`Tasklist answers ${status} ${JSON.stringify(body)}`);
    return tasksSchema.parse(body);
  };

  return {
    call,
    tasks,
    task: (processInstanceKey, elementId) =>
      until(`${elementId} in the list of ${person}`, async () =>
        (await tasks(processInstanceKey)).find(
          (task) => task.taskDefinitionId === elementId && task.taskState === 'CREATED',
        ),
      ),
    claim: (taskId) => call('PATCH', `/v1/tasks/${taskId}/assign`, {}),
    complete: (taskId, entered) =>
      call('PATCH', `/v1/tasks/${taskId}/complete`, { variables: asVariables(entered) }),
    start: (processId, entered) =>
      call('PATCH', `/v1/internal/processes/${processId}/start`, {
        variables: asVariables(entered),
      }),
  };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
