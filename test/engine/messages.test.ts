import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { RestClient } from '../../engine/connect.ts';
import { correlate } from '../../engine/messages.ts';
import { engineAt } from './support.ts';

let server: Server;
let rest: RestClient;
let calls: { url: string | undefined; body: string }[];
let answer: (response: ServerResponse) => void;

const json = (status: number, body: object) => (response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const message = {
  name: 'application-withdrawn',
  correlationKey: 'JJSZ-2031-0001',
  variables: { withdrawnBy: '2251799813685301' },
};

beforeAll(async () => {
  server = createServer(async (request: IncomingMessage, response) => {
    calls.push({ url: request.url, body: await text(request) });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  rest = engineAt((server.address() as AddressInfo).port).restOnce;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  calls = [];
});

test('a message that is heard', async () => {
  answer = json(200, { messageKey: 2251799813685400, processInstanceKey: 2251799813685249 });
  expect(await correlate(rest, message)).toBe(true);
  expect(calls).toHaveLength(1);
  expect(calls[0]?.url).toBe('/v2/messages/correlation');
  expect(JSON.parse(calls[0]?.body ?? '')).toEqual(message);
});

test('a message nobody waits for', async () => {
  answer = json(404, {
    type: 'about:blank',
    title: 'NOT_FOUND',
    status: 404,
    detail: "Command 'CORRELATE' rejected with code 'NOT_FOUND'",
    instance: '/v2/messages/correlation',
  });
  expect(await correlate(rest, message)).toBe(false);
});

test.each([
  ['an address where there is no engine', json(404, { status: 404, error: 'Not Found' })],
  ['a page of a proxy', (response: ServerResponse) => void response.writeHead(404).end('<html>')],
  ['an engine in trouble', json(500, { title: 'INTERNAL', status: 500 })],
])('%s is an error, not an answer', async (_name, some) => {
  answer = some;
  await expect(correlate(rest, message)).rejects.toThrow();
});

// A message sent again would find nobody waiting and make a heard one look too late.
test.each([
  ['a connection that breaks', (response: ServerResponse) => void response.destroy()],
  ['an engine that is too busy', json(503, { title: 'RESOURCE_EXHAUSTED', status: 503 })],
])('after %s it is not sent again', async (_name, some) => {
  answer = some;
  await expect(correlate(rest, message)).rejects.toThrow();
  expect(calls).toHaveLength(1);
});
