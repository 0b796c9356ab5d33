import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RestClient } from '../../engine/connect.ts';
import { type Incident, openIncidents, resolve } from '../../engine/incidents.ts';
import { engineAt, grpcError } from './support.ts';

let server: Server;
let rest: RestClient;
let calls: { url: string | undefined; body: unknown }[];
/** The answers, one after another. */
let pages: string[];

/** An incident as the search of 8.6 gives it: keys are numbers. */
function anItem(some: Record<string, string> = {}): string {
  const item: Record<string, string> = {
    key: '2251799813685260',
    processDefinitionId: '"stage-budget"',
    processInstanceKey: '2251799813685250',
    errorMessage: '"组织机构中没有"',
    flowNodeId: '"Task_PrepareBudget"',
    state: '"ACTIVE"',
    jobKey: '2251799813685259',
    treePath: '"PI_2251799813685240/FN_Call_Budget/FNI_2251799813685249/PI_2251799813685250"',
    ...some,
  };
  return `{${Object.entries(item).map(([name, json]) => `"${name}":${json}`)}}`;
}

beforeAll(async () => {
  server = createServer(async (request: IncomingMessage, response) => {
    calls.push({ url: request.url, body: JSON.parse(await text(request)) });
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(`{"items":[${pages.shift() ?? ''}]}`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  rest = engineAt((server.address() as AddressInfo).port).rest;
});
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
});
beforeEach(() => {
  calls = [];
});

describe('open incidents', () => {
  test('are read with their job and the instances that called theirs', async () => {
    pages = [anItem()];
    expect(await openIncidents(rest)).toEqual([
      {
        key: '2251799813685260',
        jobKey: '2251799813685259',
        processId: 'stage-budget',
        elementId: 'Task_PrepareBudget',
        processInstanceKey: '2251799813685250',
        message: '组织机构中没有',
        state: 'ACTIVE',
        callers: ['2251799813685240', '2251799813685250'],
      },
    ]);
    expect(calls[0]?.url).toBe('/v2/incidents/search');
  });

  test('are those that are not resolved, new ones included', async () => {
    pages = [
      [
        anItem({ key: '1', state: '"RESOLVED"' }),
        anItem({ key: '2', state: '"PENDING"', treePath: 'null' }),
        anItem({ key: '3', state: '"MIGRATED"' }),
        anItem({ key: '4' }),
      ].join(),
    ];
    expect((await openIncidents(rest)).map(({ key }) => key)).toEqual(['2', '4']);
  });

  test('are all of them, page by page', async () => {
    const full = Array.from({ length: 100 }, (_, i) => anItem({ key: `${i + 1}` })).join();
    pages = [full, anItem({ key: '101' })];
    expect(await openIncidents(rest)).toHaveLength(101);
    expect(calls.map(({ body }) => body)).toMatchObject([
      { page: { from: 0, limit: 100 } },
      { page: { from: 100, limit: 100 } },
    ]);
  });

  test('may have no job, and keys beyond 2^53 or as text stay exact', async () => {
    pages = [
      [
        anItem({ key: '9007199254740993', jobKey: '-1' }),
        anItem({ incidentKey: '"7"', elementId: '"Task_A"', jobKey: 'null' }),
        anItem({ jobKey: '9007199254740995' }),
      ].join(),
    ];
    expect(await openIncidents(rest)).toMatchObject([
      { key: '9007199254740993', jobKey: undefined },
      { key: '7', elementId: 'Task_A', jobKey: undefined },
      { jobKey: '9007199254740995' },
    ]);
  });
});

describe('resolving', () => {
  const incident = { key: '11', jobKey: '12' } as Incident;
  let done: object[];
  const commands = (refuse: () => void = () => {}) => ({
    updateJobRetries: async (request: object) => void done.push(request),
    resolveIncident: async (request: object) => {
      refuse();
      done.push(request);
    },
  });
  beforeEach(() => {
    done = [];
  });

  test('gives the job all its tries first, then resolves', async () => {
    expect(await resolve(commands(), incident)).toBe(true);
    expect(done).toEqual([{ jobKey: '12', retries: 8 }, { incidentKey: '11' }]);
  });

  test('touches no job where there is none', async () => {
    await resolve(commands(), { ...incident, jobKey: undefined });
    expect(done).toEqual([{ incidentKey: '11' }]);
  });

  test('of one that is gone says so; any other trouble is an error', async () => {
    const gone = commands(() => {
      throw grpcError(5, 'NOT_FOUND');
    });
    expect(await resolve(gone, incident)).toBe(false);
    const refused = commands(() => {
      throw grpcError(9, 'FAILED_PRECONDITION');
    });
    await expect(resolve(refused, incident)).rejects.toThrow('FAILED_PRECONDITION');
  });
});
