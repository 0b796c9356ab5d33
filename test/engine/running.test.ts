import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RestClient } from '../../engine/connect.ts';
import { activeElements, runningTasks } from '../../engine/running.ts';
import { engineAt } from './support.ts';

let server: Server;
let rest: RestClient;
/** Everything there is, as the search of 8.6 gives it: keys are numbers. */
let items: string[];
const asked: { url: string | undefined; body: { page: { from: number; limit: number } } }[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request));
    asked.push({ url: request.url, body });
    const { from, limit } = body.page;
    const page = items.slice(from, from + limit);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(`{"items":[${page}],"page":{"totalItems":${items.length}}}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  rest = engineAt((server.address() as AddressInfo).port).rest;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

test('open tasks of a process are read page by page, with exact keys', async () => {
  items = Array.from(
    { length: 501 },
    (_, n) =>
      `{"key":${n},"state":"${n === 0 ? 'COMPLETED' : 'CREATED'}","elementId":"Task_A","processDefinitionId":"a",
        "processDefinitionVersion":3,"processDefinitionKey":2251799813685301,"processInstanceKey":22517998136853${100 + n}}`,
  );
  const tasks = await runningTasks(rest, 'a');
  expect(tasks).toHaveLength(500);
  expect(tasks[0]).toEqual({
    state: 'CREATED',
    elementId: 'Task_A',
    processDefinitionId: 'a',
    processDefinitionVersion: 3,
    processDefinitionKey: '2251799813685301',
    processInstanceKey: '22517998136853101',
  });
  expect(asked.map(({ url, body }) => [url, body.page.from])).toEqual([
    ['/v2/user-tasks/search', 0],
    ['/v2/user-tasks/search', 500],
  ]);
});

test('of a version only what is active counts, whatever else the search gives', async () => {
  const element = (state: string, key: string) =>
    `{"flowNodeInstanceKey":1,"state":"${state}","flowNodeId":"Task_A","type":"USER_TASK",
      "processDefinitionKey":${key},"processInstanceKey":2251799813685400}`;
  items = [
    element('ACTIVE', '2251799813685301'),
    element('COMPLETED', '2251799813685301'),
    element('ACTIVE', '2251799813685302'),
  ];
  expect(await activeElements(rest, '2251799813685301')).toEqual([
    {
      state: 'ACTIVE',
      elementId: 'Task_A',
      type: 'USER_TASK',
      processDefinitionKey: '2251799813685301',
      processInstanceKey: '2251799813685400',
    },
  ]);
});
