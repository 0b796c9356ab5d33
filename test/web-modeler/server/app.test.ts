import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { sessionRoutes } from '../../../site/api/session.ts';
import { ApiError } from '../../../site/server/errors.ts';
import { signedIn } from '../../../web-modeler/api/rights.ts';
import { routes } from '../../../web-modeler/server/handlers.ts';
import { EDITOR, READER, useModeler } from './support/modeler.ts';

const use = useModeler();

test('every answer carries the strict policy: scripts from here only, embedded by nobody', async () => {
  for (const path of ['/', '/api/models', '/api/session', '/assets/main-ABCDEFGH.js', '/api/x']) {
    const { headers } = await supertest(use.app()).get(path);
    const policy = Object.fromEntries(
      (headers['content-security-policy'] ?? '').split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'worker-src': "'self' blob:",
      'style-src': "'self' 'unsafe-inline'",
      'font-src': "'self' data:",
      'img-src': "'self' data: blob:",
      'connect-src': "'self'",
      'manifest-src': "'self'",
      'form-action': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
      'object-src': "'none'",
    });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  }
});

describe('pages', () => {
  const get = (path: string) => supertest(use.app()).get(path);

  test.each(['/', '/models/stage-budget', '/submissions'])('%s is the page', async (path) => {
    const { text, headers } = await get(path).expect(200);
    expect(text).toContain('<title>模型管理</title>');
    expect(headers['cache-control']).toBe('no-cache');
  });

  test('a file with a hash in its name is kept for ever, and sent compressed', async () => {
    const { headers } = await get('/assets/main-ABCDEFGH.js').expect(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-encoding']).toBe('gzip');
  });

  test('a file that is not there is not the page', async () => {
    await get('/assets/none.js').expect(404);
    await get('/assets/../../organization.yaml').expect(404);
    expect((await get('/assets/%2e%2e/%2e%2e/organization.yaml')).text).not.toContain('people:');
  });

  test('without built pages it says what to do', async () => {
    const clientFolder = mkdtempSync(join(tmpdir(), 'no-client-'));
    const { text } = await supertest(use.app({ clientFolder })).get('/').expect(503);
    expect(text).toContain('npm start');
    rmSync(clientFolder, { recursive: true });
  });
});

describe('the API’s refusals', () => {
  test('an address nobody knows', async () => {
    const { body } = await supertest(use.app()).get('/api/nothing').expect(404);
    expect(body.code).toBe('no-such-operation');
  });

  test('another method, with those there are', async () => {
    const { body, headers } = await supertest(use.app()).put('/api/model').expect(405);
    expect(body.code).toBe('no-such-method');
    expect(headers.allow).toBe('GET, POST');
  });

  test.each([
    ['text/plain', '{}', 415, 'not-json'],
    ['application/x-www-form-urlencoded', 'path=a', 415, 'not-json'],
    ['application/json; charset=latin1', '{}', 415, 'not-json'],
    ['application/json', '{', 400, 'bad-request'],
    ['application/json', '"text"', 400, 'bad-request'],
    ['application/json', `{"a": "${'x'.repeat(300_000)}"}`, 413, 'too-large'],
  ])('a body of %s: %#', async (type, text, status, code) => {
    const editor = await use.signedIn(EDITOR);
    const { body, status: given } = await editor
      .post('/api/overrulings')
      .set('Content-Type', type)
      .send(text);
    expect([given, body.code]).toEqual([status, code]);
  });

  test('a body is not even read of somebody who may not write', async () => {
    const reader = await use.signedIn(READER);
    const huge = 'x'.repeat(9_000_000);
    await reader.post('/api/model', { source: huge }).expect(403);
  });

  test('what is missing is named with its place', async () => {
    const editor = await use.signedIn(EDITOR);
    const { body } = await editor.post('/api/overrulings', { rule: 7, more: 1 }).expect(400);
    expect(body.details).toEqual(
      expect.arrayContaining([
        { path: 'path', message: expect.stringMatching(/^path：.*\p{Script=Han}/u) },
        { path: 'rule', message: expect.stringMatching(/^rule：.*\p{Script=Han}/u) },
      ]),
    );
  });

  test('an error of ours tells nothing of itself, but the log', async () => {
    const app = use.app({
      handlers: {
        listModels: async () => {
          throw new Error('secret of the inside');
        },
        listLinks: async () => {
          throw new ApiError('no-such-model', '没有');
        },
      },
    });
    const reader = await use.signedIn(READER, app);
    const { body, text } = await reader.get('/api/models').expect(500);
    expect(body).toEqual({ code: 'internal', message: expect.stringContaining('已记入日志') });
    expect(text).not.toContain('secret');
    expect(use.lines.some((line) => line.includes('secret of the inside'))).toBe(true);
    expect((await reader.get('/api/links').expect(404)).body).toEqual({
      code: 'no-such-model',
      message: '没有',
    });
  });

  test('an answer that is not as described is an error of ours', async () => {
    const answer = { links: [{ from: 'nowhere' }] };
    const app = use.app({
      handlers: { listLinks: async () => JSON.parse(JSON.stringify(answer)) },
    });
    const reader = await use.signedIn(READER, app);
    await reader.get('/api/links').expect(500);
  });
});

describe('/api/openapi.json', () => {
  test('describes every operation that is served, and nothing else', async () => {
    const names = Object.keys(routes);
    const unused = async (): Promise<never> => {
      throw new Error('not asked');
    };
    const handlers = Object.fromEntries(names.map((name) => [name, unused]));
    const { body } = await supertest(use.app({ handlers })).get('/api/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    const described = Object.entries(body.paths).flatMap(([path, operations]) =>
      Object.entries(operations as Record<string, { operationId: string }>).map(
        ([method, { operationId }]) => `${operationId} ${method} ${path}`,
      ),
    );
    const served = Object.entries({ ...sessionRoutes(signedIn), ...routes }).map(
      ([name, r]) => `${name} ${r.method} ${r.path}`,
    );
    expect(described.sort()).toEqual(served.sort());
  });

  test('names each code of each operation under its status, and what signs a request', async () => {
    const { body } = await supertest(use.app()).get('/api/openapi.json').expect(200);
    const { post } = body.paths['/api/model'];
    expect(Object.keys(post.responses).sort()).toEqual(
      ['200', '400', '401', '403', '404', '409', '413', '415', '422', '503'].sort(),
    );
    expect(post.responses[409].description).toBe('conflict');
    expect(post.responses[422].description).toBe('refused-content, unreadable-content');
    expect(post.security).toEqual([{ session: [], csrfToken: [] }]);
    expect(body.paths['/api/models'].get.security).toEqual([{ session: [] }]);
    expect(body.components.securitySchemes.csrfToken).toMatchObject({
      in: 'header',
      name: 'x-csrf-token',
    });
  });

  test('a named schema may be null where the API says so', async () => {
    const { body } = await supertest(use.app()).get('/api/openapi.json').expect(200);
    const { schema } = body.paths['/api/model'].post.requestBody.content['application/json'];
    expect(schema.properties.base).toEqual({
      anyOf: [{ $ref: '#/components/schemas/Oid' }, { type: 'null' }],
    });
  });
});

test('health tells whether the database answers', async () => {
  await supertest(use.app()).get('/health').expect(200, { status: 'up', database: 'up' });
  const away = {
    ping: async () => {
      throw new Error('away');
    },
    ...{ keepAudit: async () => {}, audit: async () => [] },
  };
  await supertest(use.app({ records: away }))
    .get('/health')
    .expect(503, { status: 'down', database: 'down' });
});

test('while the database is away, it says so and works again afterwards', async () => {
  const reader = await use.signedIn(READER);
  await use.postgres.stop();
  const { body } = await reader.get('/api/models').expect(503);
  expect(body.code).toBe('records-unavailable');
  await use.postgres.start();
  await reader.get('/api/models');
  await reader.get('/api/models').expect(200);
});
