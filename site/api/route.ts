import { z } from 'zod';

/** What a signed-in person may do; each role includes those before it. `anyone` needs no sign-in. */
export const ROLES = ['anyone', 'reader', 'editor', 'publisher'] as const;
export type Role = (typeof ROLES)[number];

/** One operation of the HTTP API: the server answers it, the client calls it, OpenAPI describes it. */
export type Route = {
  method: 'get' | 'post' | 'put' | 'delete';
  /** OpenAPI's notation: `/api/submissions/{id}`. */
  path: string;
  summary: string;
  role: Role;
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodType;
  answer: z.ZodType;
  /** The error codes it answers beside those every operation may answer. */
  codes: readonly string[];
};

const nothing = z.strictObject({});

type Given = Pick<Route, 'method' | 'path' | 'summary' | 'role' | 'answer'> &
  Partial<Pick<Route, 'params' | 'query' | 'body' | 'codes'>>;

/** Describes an operation; parts it does not have are empty. */
export function route<const R extends Given>(given: R) {
  return { params: nothing, query: nothing, body: nothing, codes: [], ...given } as {
    [K in keyof Route]: K extends keyof R ? R[K] : K extends 'codes' ? readonly [] : typeof nothing;
  };
}
