import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { timeSource } from '../../engine/clock.ts';

let server: Server;
let url: string;
let answer = { status: 200, body: '{"epochMilli":1948240800000,"instant":"2031-09-27T02:00:00Z"}' };
const asked: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

test("with a controlled clock the time is the engine's", async () => {
  expect(await timeSource(url)()).toEqual(new Date(1948240800000));
  expect(await timeSource(`${url}/`)()).toEqual(new Date(1948240800000));
  expect(asked).toEqual(['/actuator/clock', '/actuator/clock']);
});

test("without one it is the machine's", async () => {
  const before = Date.now();
  const now = (await timeSource(undefined)()).getTime();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});

test.each([
  [404, '', "the engine's clock answered 404"],
  [200, '{"time":1}', 'epochMilli'],
])('an answer %d "%s" is an error, never a wrong time', async (status, body, message) => {
  answer = { status, body };
  await expect(timeSource(url)()).rejects.toThrow(message);
});

test('an engine that is away is an error', async () => {
  await expect(timeSource('http://127.0.0.1:9')()).rejects.toThrow();
});
