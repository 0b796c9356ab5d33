import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { problem } from '../../web-modeler/api/common.ts';
import { type RouteName, routes } from '../../web-modeler/api/index.ts';
import type { Route } from '../api/route.ts';
import { statusOf } from '../../web-modeler/server/statuses.ts';

const COOKIE = 'session';
const TOKEN = 'csrfToken';

/**
 * The HTTP API as an OpenAPI 3.1 document, made from the schemas that check requests and answers.
 * @param names the operations that are served
 */
export function openApi(names: RouteName[]) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', COOKIE, {
    type: 'apiKey',
    in: 'cookie',
    name: 'modeler',
    description:
      'Set by signIn; HttpOnly, SameSite=Strict; over after 30 minutes without use or 12 hours.',
  });
  registry.registerComponent('securitySchemes', TOKEN, {
    type: 'apiKey',
    in: 'header',
    name: 'x-csrf-token',
    description: 'The csrfToken of readSession or signIn; needed by everything that is no GET.',
  });
  for (const name of names) registry.registerPath(operation(name, routes[name]));
  const document = new OpenApiGeneratorV31(registry.definitions, {
    unionPreferredType: 'anyOf',
  }).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Web modeler',
      version: '1',
      description:
        'What the web modeler’s own pages use. Every error is a code for programs and a Chinese sentence that says what to do.',
    },
  });
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

function operation(name: RouteName, route: Route) {
  const { method, path, summary, role, params, query, body, answer } = route;
  const writes = method !== 'get';
  const takesBody = method === 'post' || method === 'put';
  const emptyBody = body.safeParse({}).success;
  return {
    operationId: name,
    method,
    path,
    summary,
    ...(role === 'anyone' ? {} : { description: `Needs the role ${role}.` }),
    security: security(role !== 'anyone' || writes, writes),
    request: {
      ...(has(params) ? { params } : {}),
      ...(has(query) ? { query } : {}),
      ...(takesBody && {
        body: { content: { 'application/json': { schema: body } }, required: !emptyBody },
      }),
    },
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: answer } },
      },
      ...errors(codesOf(name, route, writes, takesBody)),
    },
  };
}

function has(schema: Route['params']): boolean {
  return Object.keys(schema.shape).length > 0;
}

/** The cookie and the token go together. */
function security(session: boolean, writes: boolean): Record<string, string[]>[] {
  if (!session) return [];
  return [writes ? { [COOKIE]: [], [TOKEN]: [] } : { [COOKIE]: [] }];
}

function codesOf(name: RouteName, route: Route, writes: boolean, takesBody: boolean): string[] {
  return [
    'bad-request',
    'cross-site',
    'records-unavailable',
    'lint-takes-too-long',
    ...(route.role === 'anyone' ? [] : ['not-signed-in', 'not-allowed']),
    ...(writes ? ['bad-csrf-token', 'storage-full'] : []),
    ...(takesBody ? ['too-large', 'not-json'] : []),
    ...(name === 'readSession' ? ['too-many-attempts'] : []),
    ...route.codes,
  ];
}

function errors(codes: string[]) {
  const statuses = [...new Set(codes.map(statusOf))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: [...new Set(codes.filter((code) => statusOf(code) === status))].join(', '),
        content: { 'application/json': { schema: problem } },
      },
    ]),
  );
}
