import { join } from 'node:path';
import { z } from 'zod';
import { waitFor } from '../../../engine/wait.ts';
import { camundaPassword, ownSecret } from '../../../gateway/camunda/secrets.ts';
import type { Ready } from '../../../platform/index.ts';

const taskSchema = z.object({
  id: z.string(),
  name: z.string(),
  processName: z.string(),
  taskState: z.string(),
  assignee: z.string().nullable(),
  creationDate: z.string(),
});
export type Task = z.infer<typeof taskSchema>;

/** Tasklist past the door, as the door itself uses it: what is looked at is Camunda's own. */
export type Tasklist = {
  tasksOf(processInstanceKey: string): Promise<Task[]>;
  /** The first task of an instance, waited for. */
  taskOf(processInstanceKey: string): Promise<Task>;
  assign(task: Task, person: string): Promise<void>;
  complete(task: Task): Promise<void>;
  /** What Tasklist's port answers to a POST of this person's session, by its CSRF token. */
  statusOfPost(path: string): Promise<number>;
};

/** With the password that the door has derived for the person, unless another one is tried. */
export async function signIn(
  { web: origin }: Ready,
  dataFolder: string,
  person: string,
  password = camundaPassword(ownSecret(join(dataFolder, 'camunda-secret')), person),
): Promise<Tasklist> {
  const query = new URLSearchParams({ username: person, password });
  const answer = await fetch(`${origin}/api/login?${query}`, { method: 'POST' });
  if (!answer.ok) throw new Error(`${person} cannot sign in: ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const token = answer.headers.get('x-csrf-token');

  const send = (method: string, path: string, body: object) =>
    fetch(`${origin}/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        cookie,
        ...(token === null ? {} : { 'x-csrf-token': token }),
      },
      body: JSON.stringify(body),
    });

  async function call(method: string, path: string, body: object): Promise<unknown> {
    const response = await send(method, `v1/${path}`, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`Tasklist ${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  }

  const tasksOf = async (processInstanceKey: string) =>
    z.array(taskSchema).parse(await call('POST', 'tasks/search', { processInstanceKey }));

  return {
    tasksOf,
    taskOf: (key) =>
      waitFor(`a task of ${key}`, async () => (await tasksOf(key))[0], { withinMs: 60_000 }),
    async assign({ id }, assignee) {
      const body = { assignee, allowOverrideAssignment: true };
      await call('PATCH', `tasks/${id}/assign`, body);
    },
    async complete({ id }) {
      await call('PATCH', `tasks/${id}/complete`, { variables: [] });
    },
    statusOfPost: async (path) => (await send('POST', path, {})).status,
  };
}
