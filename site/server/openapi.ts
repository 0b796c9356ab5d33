import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { problem } from '../api/common.ts';
import type { Route, Routes } from '../api/route.ts';
import { codesOf, takesBody } from './statuses.ts';

const COOKIE = 'session';
const TOKEN = 'csrfToken';

/** What the document says of the API as a whole. */
export type ApiInfo = { title: string; description: string };

/**
 * The HTTP API as an OpenAPI 3.1 document, made from the schemas that check requests and answers.
 * @param cookie the name of the session's cookie
 */
export function openApi(routes: Routes, cookie: string, info: ApiInfo) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', COOKIE, {
    type: 'apiKey',
    in: 'cookie',
    name: cookie,
    description:
      'Set by signIn; HttpOnly, SameSite=Strict; over after 30 minutes without use or 12 hours.',
  });
  registry.registerComponent('securitySchemes', TOKEN, {
    type: 'apiKey',
    in: 'header',
    name: 'x-csrf-token',
    description: 'The csrfToken of readSession or signIn; needed by everything that is no GET.',
  });
  for (const [name, route] of Object.entries(routes)) registry.registerPath(operation(name, route));
  const document = new OpenApiGeneratorV31(registry.definitions, {
    unionPreferredType: 'anyOf',
  }).generateDocument({ openapi: '3.1.0', info: { ...info, version: '1' } });
  return withNulls(document);
}

/** What the generator makes of a named schema that may be null; no value at all fits it but those that are not null. */
const nullable = z.object({
  allOf: z.tuple([
    z.strictObject({ $ref: z.string() }),
    z.strictObject({ type: z.array(z.string()).refine((types) => types.includes('null')) }),
  ]),
});

/** The document with null where the API allows it. */
function withNulls(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withNulls);
  if (typeof part !== 'object' || part === null) return part;
  const found = nullable.safeParse(part);
  if (found.success) return { anyOf: [found.data.allOf[0], { type: 'null' }] };
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withNulls(value)]));
}

function operation(name: string, route: Route) {
  const { method, path, summary, who, params, query, body } = route;
  const writes = method !== 'get';
  const emptyBody = body.safeParse({}).success;
  return {
    operationId: name,
    method,
    path,
    summary,
    ...(typeof who === 'string' ? {} : { description: needs(who) }),
    security: security(who !== 'anyone' || writes, writes),
    request: {
      ...(has(params) ? { params } : {}),
      ...(has(query) ? { query } : {}),
      ...(takesBody(method) && {
        body: { content: { 'application/json': { schema: body } }, required: !emptyBody },
      }),
    },
    responses: {
      [route.status]: { description: 'Done', content: contentOf(route) },
      ...errors(codesOf(route)),
    },
  };
}

function needs({ right, of }: { right: string; of?: string }): string {
  return `Needs the right ${right}${of === undefined ? '' : ` over \`${of}\``}.`;
}

function contentOf({ answer }: Route) {
  if (!('contentTypes' in answer)) return { 'application/json': { schema: answer } };
  const bytes = { schema: { type: 'string' as const, format: 'binary' } };
  return Object.fromEntries(answer.contentTypes.map((type) => [type, bytes]));
}

function has(schema: Route['params']): boolean {
  return Object.keys(schema.shape).length > 0;
}

/** The cookie and the token go together. */
function security(session: boolean, writes: boolean): Record<string, string[]>[] {
  if (!session) return [];
  return [writes ? { [COOKIE]: [], [TOKEN]: [] } : { [COOKIE]: [] }];
}

function errors(codes: Record<string, number>) {
  const statuses = [...new Set(Object.values(codes))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: Object.keys(codes)
          .filter((code) => codes[code] === status)
          .join(', '),
        content: { 'application/json': { schema: problem } },
      },
    ]),
  );
}
