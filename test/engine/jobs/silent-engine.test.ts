import { createServer, type Http2Server, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { POLL_LIMITS, pollJobs } from '../../../engine/jobs/poll.ts';
import { engineAt, noLog } from '../support.ts';

let server: Http2Server;
let port: number;
let calls = 0;
const sessions: ServerHttp2Session[] = [];

beforeAll(async () => {
  // Takes every call and answers none, as an engine that is half dead.
  server = createServer().on('stream', () => {
    calls += 1;
  });
  server.on('session', (session) => sessions.push(session));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  for (const session of sessions) session.destroy();
  await new Promise((resolve) => server.close(resolve));
});

// The SDK's real client: it takes silence for an empty answer a second after the long poll's end.
test('an engine that takes calls and is silent is not taken for a healthy one', async () => {
  const stop = new AbortController();
  const failed: object[] = [];
  let successes = 0;
  const succeeded = () => {
    successes += 1;
  };
  const done = pollJobs(
    { type: 'probe', run: async () => ({}) },
    {
      engine: engineAt(port),
      polls: { succeeded, ages: () => ({}) },
      log: {
        ...noLog,
        warn: (details: object) => {
          failed.push(details);
          if (calls > 0 && failed.length > 1) stop.abort();
        },
      },
      signal: stop.signal,
      limits: { ...POLL_LIMITS, longPollMs: 100, firstPauseMs: 1 },
    },
  );
  await done;
  expect(successes).toBe(0);
  expect(failed[0]).toMatchObject({ err: { message: 'no answer within 1000 ms' } });
});
