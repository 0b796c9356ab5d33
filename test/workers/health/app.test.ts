import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { healthApp } from '../../../workers/health/app.ts';

const up = async () => {};
const down = async () => {
  throw new Error('connect ECONNREFUSED');
};

/** Asks the page of workers whose polls are that old, in milliseconds. */
async function health(ages: Record<string, number>, ping: () => Promise<void> = up) {
  const polls = { succeeded: () => {}, ages: () => ages };
  const server = healthApp({ polls, ping }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/health`);
  const body: unknown = await response.json();
  await new Promise((resolve) => server.close(resolve));
  return { status: response.status, body };
}

test('workers that poll and a database that answers are up', async () => {
  expect(await health({ notify: 30_000, remind: 20 })).toEqual({
    status: 200,
    body: {
      status: 'up',
      database: 'up',
      silent: [],
      lastPollMs: { notify: 30_000, remind: 20 },
    },
  });
});

test('one job type that has fallen silent is named', async () => {
  expect(await health({ notify: 30_001, remind: 20 })).toMatchObject({
    status: 503,
    body: { status: 'down', silent: ['notify'], lastPollMs: { notify: 30_001 } },
  });
});

test('a database that is away is told', async () => {
  expect(await health({ notify: 0 }, down)).toMatchObject({
    status: 503,
    body: { status: 'down', database: 'down', silent: [] },
  });
});
