import type { z } from 'zod';
import type { Route } from '../api/route.ts';
import { base } from './base.ts';
import { ApiProblem, readProblem } from './problem.ts';
import { sessionState, signedInAgain, tokenIs } from './session.ts';
import { readSession } from './session-routes.ts';

type Nothing = Record<string, never>;
type Empty = z.ZodType<unknown, Nothing>;
type Part<K extends string, T> = Nothing extends T ? { [k in K]?: T } : { [k in K]: T };
type Given<P, Q, B> = Part<'params', P> &
  Part<'query', Q> &
  Part<'body', B> & { signal?: AbortSignal };
type Sent = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  signal?: AbortSignal;
};
type Used = Pick<Route, 'method' | 'path' | 'who'> & { answer: z.ZodType };
type Called<P, Q, B, A> = Pick<Route, 'method' | 'path' | 'who'> & {
  params: P;
  query: Q;
  body: B;
  answer: A;
};

/**
 * Calls an operation of the server. A session that has ended meanwhile is waited for: the page shows the
 * sign-in, and the call goes on after it.
 * @throws ApiProblem with the server's code and sentence, or `offline` / `unreadable-answer`
 */
export function call<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  route: Called<P, Q, B, A>,
  given: Given<z.input<P>, z.input<Q>, z.input<B>>,
): Promise<z.output<A>>;
/** The same for an operation that needs nothing. */
export function call<A extends z.ZodType>(
  route: Called<Empty, Empty, Empty, A>,
): Promise<z.output<A>>;
export async function call(route: Used, given: Sent = {}): Promise<unknown> {
  // Each way to get on is tried once.
  const ways = new Map([
    ['not-signed-in', signedInAgain],
    // Another tab has signed in or out since: our token is of the session before.
    ['bad-csrf-token', async () => tokenIs(await call(readSession))],
  ]);
  for (;;) {
    const response = await send(route, given);
    const answer = await readJson(response);
    if (response.ok) return readAnswer(route, response.status, answer);
    const problem = readProblem(response.status, answer);
    const getOn = ways.get(problem.code);
    if (getOn === undefined) throw problem;
    ways.delete(problem.code);
    await getOn();
  }
}

function readAnswer(route: Used, status: number, answer: unknown): unknown {
  const read = route.answer.safeParse(answer);
  if (read.success) return read.data;
  console.error(route.path, read.error);
  throw readProblem(status, undefined);
}

async function send(route: Used, { params, query, body, signal }: Sent): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (route.method !== 'get') {
    headers['content-type'] = 'application/json';
    headers['x-csrf-token'] = sessionState().session?.csrfToken ?? '';
  }
  try {
    return await fetch(base + addressOf(route.path, params, query), {
      method: route.method.toUpperCase(),
      headers,
      credentials: 'same-origin',
      ...(route.method === 'get' ? {} : { body: JSON.stringify(body ?? {}) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem('offline', '连不上服务器，请检查网络后重试。', 0);
  }
}

/** The address of a call: `/api/submissions/{id}` with its id, and the query behind it. */
export function addressOf(
  path: string,
  params: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
