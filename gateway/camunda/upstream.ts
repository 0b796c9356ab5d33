import { headersOf } from '../../engine/login.ts';
import type { CamundaSessions } from './sessions.ts';

const LONGEST_MS = 60_000;

/** One call of Camunda's pages, as it is sent on. */
export type Call = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With its query. */
  path: string;
  body?: unknown;
};

/** What Camunda answered, as it came: some of its keys are numbers with more digits than JavaScript keeps. */
export type Answer = { status: number; type: string; text: string };

/**
 * Asks a web application of Camunda in a person's name.
 * @throws LoginUnavailable, CamundaAway
 */
export type Ask = (personId: string, call: Call) => Promise<Answer>;

/** Camunda's web applications do not answer: they may still be starting. */
export class CamundaAway extends Error {
  override name = 'CamundaAway';
}

/** Asks the web application at this origin; a session that Camunda has ended meanwhile is opened once more. */
export function askCamunda(origin: string, sessions: CamundaSessions): Ask {
  return async (personId, call) => {
    const first = await send(origin, call, headersOf(await sessions.of(personId)));
    if (first.status !== 401) return first;
    sessions.forget(personId);
    return send(origin, call, headersOf(await sessions.of(personId)));
  };
}

async function send(
  origin: string,
  { method, path, body }: Call,
  headers: Record<string, string>,
): Promise<Answer> {
  try {
    const response = await fetch(`${origin}${path}`, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST_MS),
      headers: {
        ...headers,
        // As its pages ask: a diagram asked for as JSON would come with that type.
        accept: '*/*',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const type = response.headers.get('content-type') ?? 'application/json';
    return { status: response.status, type, text: await response.text() };
  } catch (cause) {
    throw new CamundaAway(`no answer from ${origin}`, { cause });
  }
}
