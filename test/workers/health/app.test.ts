import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import type { FailedMessage } from '../../../records/index.ts';
import { healthApp } from '../../../workers/health/app.ts';
import type { ImporterState } from '../../../workers/health/importer.ts';

const up = (mails: FailedMessage[] = []) => ({
  countFailedMessages: async () => mails.length,
  failedMessages: async () => mails,
  requeueFailedMessages: async () => mails.length,
});
const refused = async () => {
  throw new Error('connect ECONNREFUSED');
};
const down = {
  countFailedMessages: refused,
  failedMessages: refused,
  requeueFailedMessages: refused,
};

/** Asks a page of workers whose polls are that old, in milliseconds. */
async function health(
  ages: Record<string, number>,
  records = up(),
  page = '/health',
  request?: RequestInit,
  tasklistImport: ImporterState = 'up',
) {
  const polls = { succeeded: () => {}, ages: () => ages };
  const importer = { state: () => tasklistImport };
  const server = healthApp({ polls, importer, records }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${page}`, request);
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
      tasklistImport: 'up',
      silent: [],
      mailsGivenUp: 0,
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

test('an importer that stands still is told, and is not the fault of the workers', async () => {
  const importing = (state: ImporterState, ages = { notify: 0 }) =>
    health(ages, up(), '/health', undefined, state);
  expect(await importing('standing')).toMatchObject({
    status: 503,
    body: { status: 'degraded', tasklistImport: 'standing', database: 'up', silent: [] },
  });
  expect(await importing('standing', { notify: 30_001 })).toMatchObject({
    status: 503,
    body: { status: 'down' },
  });
  expect(await importing('unknown')).toMatchObject({
    status: 200,
    body: { status: 'up', tasklistImport: 'unknown' },
  });
});

test('a database that is away is told', async () => {
  expect(await health({ notify: 0 }, down)).toMatchObject({
    status: 503,
    body: { status: 'down', database: 'down', silent: [], mailsGivenUp: null },
  });
  expect(await health({}, down, '/health/mails')).toEqual({
    status: 503,
    body: { database: 'down' },
  });
});

test('mails that were given up are counted and listed; the workers are up all the same', async () => {
  const mail = {
    ...{ id: 'start-notice-1', projectId: 'JJSZ-2031-0001', purpose: 'start-notice' },
    ...{ subject: '项目启动通知', missed: ['gone@x.example'], attempts: 5 },
    ...{ error: '550 no such user', queuedAt: new Date('2031-09-05T02:00:00Z') },
  };
  expect(await health({ notify: 0 }, up([mail]))).toMatchObject({
    status: 200,
    body: { status: 'up', mailsGivenUp: 1 },
  });
  expect(await health({}, up([mail]), '/health/mails')).toEqual({
    status: 200,
    body: { mails: [{ ...mail, queuedAt: '2031-09-05T02:00:00.000Z' }] },
  });
});

test('mails that were given up are tried anew, but not for a page of another origin', async () => {
  const json = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const form = { method: 'POST', headers: { 'content-type': 'text/plain' } };
  const mails = up([{} as FailedMessage]);
  expect(await health({}, mails, '/health/mails', json)).toEqual({
    status: 200,
    body: { requeued: 1 },
  });
  expect((await health({}, mails, '/health/mails', form)).status).toBe(415);
  expect((await health({}, down, '/health/mails', json)).status).toBe(503);
});
