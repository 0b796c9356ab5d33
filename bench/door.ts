import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { headersOf, openSession } from '../engine/login.ts';
import { camundaPassword, ownSecret } from '../gateway/camunda/secrets.ts';

// What the door adds to a call of Tasklist's pages, beside the same call asked of Camunda directly, on a platform that
// runs already: `npm run bench:door -- data`. Both are asked in turn, so that whatever else the machine does meets both.

const CALLS = 500;
const PERSON = 'bangong.he';
const PASSWORD = process.env.DEMO_PASSWORD ?? 'demo';
const TARGET = { median: 5, p99: 15 };

const [folder = 'data'] = process.argv.slice(2);
const readySchema = z.object({ gateway: z.url(), web: z.url() });
const ready = readySchema.parse(JSON.parse(readFileSync(join(folder, 'ready.json'), 'utf8')));
type Headers = Record<string, string>;
type Call = { name: string; method: string; path: string; body?: object };

const door = await throughTheDoor();
const direct = await directly();
const tasks = z
  .array(z.object({ id: z.string(), formId: z.string(), processDefinitionKey: z.string() }))
  .parse(JSON.parse(await ask(ready.gateway, door, search())));
const [task] = tasks;
if (task === undefined) throw new Error(`${PERSON} has no task`);
const form = `/v1/forms/${task.formId}?processDefinitionKey=${task.processDefinitionKey}`;
const calls: Call[] = [
  search(),
  { name: 'one task', method: 'GET', path: `/v1/tasks/${task.id}` },
  {
    name: 'its variables',
    method: 'POST',
    path: `/v1/tasks/${task.id}/variables/search`,
    body: { includeVariables: [{ name: 'shown', alwaysReturnFullValue: true }] },
  },
  { name: 'its form', method: 'GET', path: form },
];
for (const call of calls) await compare(call);

function search(): Call {
  const body = { state: 'CREATED', pageSize: 50 };
  return { name: 'the list of tasks', method: 'POST', path: '/v1/tasks/search', body };
}

async function compare(call: Call): Promise<void> {
  const times = { door: [] as number[], direct: [] as number[] };
  for (let n = -50; n < CALLS; n += 1) {
    const asked = { door: 0, direct: 0 };
    const one = async (way: 'door' | 'direct') => {
      const from = performance.now();
      if (way === 'door') await ask(ready.gateway, door, call);
      else await ask(ready.web, direct, call);
      asked[way] = performance.now() - from;
    };
    // Neither always comes first.
    for (const way of n % 2 === 0 ? (['door', 'direct'] as const) : (['direct', 'door'] as const)) {
      await one(way);
    }
    if (n < 0) continue;
    times.door.push(asked.door);
    times.direct.push(asked.direct);
  }
  const added = (share: number) => at(times.door, share) - at(times.direct, share);
  console.log(
    `${call.name}: direct ${at(times.direct, 0.5).toFixed(1)} ms (p99 ${at(times.direct, 0.99).toFixed(1)}), the door adds ${added(0.5).toFixed(1)} ms (p99 ${added(0.99).toFixed(1)}; target ≤ ${TARGET.median}, p99 ≤ ${TARGET.p99})`,
  );
}

function at(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

async function ask(
  origin: string,
  headers: Headers,
  { method, path, body }: Call,
): Promise<string> {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text;
}

async function throughTheDoor(): Promise<Headers> {
  const url = `${ready.gateway}/api/session`;
  const first = await fetch(url);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await first.json());
  const signedIn = await fetch(url, {
    method: 'POST',
    headers: {
      cookie: cookieOf(first),
      'x-csrf-token': csrfToken,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ userId: PERSON, password: PASSWORD }),
  });
  const session = z.object({ csrfToken: z.string() }).parse(await signedIn.json());
  return { cookie: cookieOf(signedIn), 'x-csrf-token': session.csrfToken };
}

async function directly(): Promise<Headers> {
  const secret = ownSecret(join(folder, 'camunda-secret'));
  const session = await openSession(ready.web, PERSON, camundaPassword(secret, PERSON));
  if (session === undefined) throw new Error(`${PERSON} has no account at Camunda`);
  return headersOf(session);
}

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}
