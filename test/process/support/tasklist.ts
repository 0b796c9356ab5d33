import { z } from 'zod';
import type { World } from './world.ts';

const CSRF = 'x-csrf-token';
const tasksSchema = z.array(z.object({ taskDefinitionId: z.string(), creationDate: z.string() }));

export type ListedTask = z.output<typeof tasksSchema>[number];

/** Signs a person in to Tasklist; the answer lists the tasks it shows them of an instance. */
export async function tasklistOf(
  { tasklist }: World,
  person: string,
): Promise<(processInstanceKey: string) => Promise<ListedTask[]>> {
  const login = new URL(`/api/login?username=${person}&password=demo`, tasklist);
  const { headers } = await fetch(login, { method: 'POST' });
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  const session = { cookie: cookies.join('; '), [CSRF]: headers.get(CSRF) ?? '' };
  return async (processInstanceKey) => {
    const response = await fetch(new URL('/v1/tasks/search', tasklist), {
      method: 'POST',
      headers: { ...session, 'content-type': 'application/json' },
      body: JSON.stringify({ processInstanceKey }),
    });
    if (!response.ok)
      throw new Error(`Tasklist answers ${response.status} ${await response.text()}`);
    return tasksSchema.parse(await response.json());
  };
}
