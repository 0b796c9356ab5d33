import type { Person } from '../law/directory/index.ts';
import type { Answer, Call } from './camunda/upstream.ts';

/** What a page of Camunda's asks for; everything in it is somebody's word. */
export type Request = {
  person: Person;
  params: Record<string, string>;
  /** As it stands in the address, with its question mark, or nothing. */
  query: string;
  body: unknown;
  /** The header of this name. */
  header: (name: string) => string | undefined;
};

/** Asks Camunda in the name of whoever asked. */
export type AskOn = (call: Call) => Promise<Answer>;

/**
 * One call that is let through, and how: what is sent on and what is answered. What no rule names does not exist.
 * `path` is OpenAPI's: `/v1/tasks/{taskId}`.
 */
export type Rule = {
  method: Call['method'];
  path: string;
  /** What it changes, in the words of the audit list; a call without them only reads. */
  changes?: string;
  answer: (request: Request, ask: AskOn) => Promise<Answer>;
};

/** Sends a call on as it came. */
export function asItIs(method: Call['method'], path: string): Rule {
  return {
    method,
    path,
    answer: ({ params, query, body }, ask) =>
      ask({ method, path: filled(path, params) + query, ...(method === 'GET' ? {} : { body }) }),
  };
}

/** A rule's path with the request's own parts. */
export function filled(path: string, params: Record<string, string>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
