import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RestClient } from '../../engine/connect.ts';
import { isThere, terminatedElements } from '../../engine/terminated.ts';
import { engineAt, grpcError } from './support.ts';

let server: Server;
let rest: RestClient;
/** Everything there is, as the search of 8.6 gives it: keys are numbers, in their order. */
let items: { key: number; json: string }[];

const element = (key: number, state = 'TERMINATED') => ({
  key,
  json: `{"flowNodeInstanceKey":${key},"processInstanceKey":2251799813685353,"flowNodeId":"Task_CountyReview","startDate":"2026-11-28T03:44:41.584+0000","endDate":"2026-11-28T03:45:26.863+0000","type":"USER_TASK","state":"${state}"}`,
});

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { limit, searchAfter: [after = '0'] = [] } = JSON.parse(await text(request)).page;
    const page = items.filter(({ key }) => key > Number(after)).slice(0, limit);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(`{"items":[${page.map(({ json }) => json)}],"page":{"totalItems":0}}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  rest = engineAt((server.address() as AddressInfo).port).rest;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

test('what was taken away is read with its moment, and nothing else is', async () => {
  items = [element(2251799813685412), element(2251799813685413, 'ACTIVE')];
  expect(await terminatedElements(rest)).toEqual([
    {
      key: '2251799813685412',
      elementId: 'Task_CountyReview',
      processInstanceKey: '2251799813685353',
      endedAt: new Date('2026-11-28T03:45:26.863Z'),
    },
  ]);
});

test('all of it is read, page by page', async () => {
  items = Array.from({ length: 1200 }, (_, n) => element(2251799813685412 + n));
  const keys = (await terminatedElements(rest)).map(({ key }) => key);
  expect(keys).toEqual(items.map(({ key }) => String(key)));
});

test('the engine is asked itself, and asked for nothing', async () => {
  const asked: object[] = [];
  const engine = (answer: () => object) => ({
    setVariables: async (request: object) => {
      asked.push(request);
      return answer() as never;
    },
  });
  const fail = (code: number) => () => {
    throw grpcError(code, 'no');
  };
  expect(
    await isThere(
      engine(() => ({})),
      '7',
    ),
  ).toBe(true);
  expect(await isThere(engine(fail(5)), '7')).toBe(false);
  await expect(isThere(engine(fail(14)), '7')).rejects.toThrow('14 no');
  expect(asked[0]).toEqual({ elementInstanceKey: '7', variables: {}, local: true });
});
