import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { roughly, timeSource } from '../../engine/clock.ts';

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

test('a time that need not be exact is asked for once, and goes on', async () => {
  let asks = 0;
  const source = async () => {
    asks += 1;
    return new Date('2031-09-27T02:00:00Z');
  };
  const now = roughly(source, 60_000);
  const [first, second] = [await now(), await now()];
  expect(asks).toBe(1);
  expect(second.getTime()).toBeGreaterThanOrEqual(first.getTime());
  expect(first.toISOString()).toMatch(/^2031-09-27T02:00:00/);
  await roughly(source, -1)();
  expect(asks).toBe(2);
});

test('what could not be asked is asked again', async () => {
  let away = true;
  const now = roughly(async () => {
    if (away) throw new Error('away');
    return new Date(0);
  }, 60_000);
  await expect(now()).rejects.toThrow('away');
  away = false;
  expect((await now()).getUTCFullYear()).toBe(1970);
});
