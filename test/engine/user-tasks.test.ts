import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { changeClock } from '../../engine/change-clock.ts';
import type { RestClient } from '../../engine/connect.ts';
import { signatures } from '../../engine/signatures.ts';
import { aJob } from '../workers/support/builders.ts';
import { engineAt } from './support.ts';

type Call = { method: string | undefined; url: string | undefined; body: string };

let server: Server;
let rest: RestClient;
let calls: Call[];
/** What the search answers one after another; the last one stays. */
let found: string[];

const patient = { withinMs: 60_000, everyMs: 0, aloneAfterMs: 60_000 };
const job = aJob({ elementInstanceKey: '2251799813685301' });

/** A user task as the search of 8.6 gives it: keys are numbers. */
function aTask(some: Record<string, string> = {}): string {
  const task: Record<string, string> = {
    key: '2251799813685310',
    state: '"COMPLETED"',
    elementInstanceKey: '2251799813685301',
    assignee: '"data.zhang"',
    completionDate: '"2031-09-26T08:30:00.123Z"',
    ...some,
  };
  return `{${Object.entries(task).map(([name, json]) => `"${name}":${json}`)}}`;
}
const items = (...tasks: string[]) => `{"items":[${tasks}],"page":{"totalItems":${tasks.length}}}`;

beforeAll(async () => {
  server = createServer(async (request: IncomingMessage, response) => {
    const { method, url } = request;
    calls.push({ method, url, body: await text(request) });
    if (method === 'PATCH' || method === 'PUT') return response.writeHead(204).end();
    const body = (found.length > 1 ? found.shift() : found[0]) ?? '';
    return response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  rest = engineAt(port).rest;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  calls = [];
});

describe('the signer', () => {
  test('is who completed the task, at the time of the engine', async () => {
    found = [items(aTask())];
    expect(await signatures(rest, patient)(job)).toEqual({
      signer: 'data.zhang',
      signedAt: new Date('2031-09-26T08:30:00.123Z'),
    });
    expect(calls[0]).toMatchObject({ method: 'POST', url: '/v2/user-tasks/search' });
    expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({
      filter: { state: 'COMPLETED' },
      sort: [{ field: 'completionDate', order: 'desc' }],
    });
  });

  test('is looked for with all others that wait, in one question', async () => {
    const other = aJob({ elementInstanceKey: '2251799813685302' });
    found = [
      items(),
      items(
        aTask({ elementInstanceKey: '2251799813685302', assignee: '"finance.wu"' }),
        aTask({ elementInstanceKey: '2251799813685303', assignee: '"plan.li"' }),
        aTask(),
      ),
    ];
    const signatureOf = signatures(rest, patient);
    const [mine, theirs] = await Promise.all([signatureOf(job), signatureOf(other)]);
    expect([mine.signer, theirs.signer]).toEqual(['data.zhang', 'finance.wu']);
    expect(calls).toHaveLength(2);
  });

  test('is asked for alone when it is not among the newest, as after the clock was moved', async () => {
    found = [items(), items(aTask())];
    expect((await signatures(rest, { ...patient, aloneAfterMs: 0 })(job)).signer).toBe(
      'data.zhang',
    );
    expect(JSON.parse(calls[1]?.body ?? '')).toMatchObject({
      filter: { processInstanceKey: job.processInstanceKey },
    });
  });

  test('is known without a question once the search has shown it', async () => {
    const other = aJob({ elementInstanceKey: '2251799813685302' });
    found = [
      items(aTask({ elementInstanceKey: '2251799813685302', assignee: '"finance.wu"' }), aTask()),
    ];
    const signatureOf = signatures(rest, patient);
    await signatureOf(job);
    expect((await signatureOf(other)).signer).toBe('finance.wu');
    expect(calls).toHaveLength(1);
  });

  test('is asked for after the last one was answered, too', async () => {
    const other = aJob({ elementInstanceKey: '2251799813685302' });
    found = [
      items(aTask()),
      items(aTask({ elementInstanceKey: '2251799813685302', assignee: '"finance.wu"' })),
    ];
    const signatureOf = signatures(rest, patient);
    await signatureOf(job);
    expect((await signatureOf(other)).signer).toBe('finance.wu');
  });

  test('is found however many complete at that moment: pages are read until one is known', async () => {
    const other = aJob({ elementInstanceKey: '2251799813685302' });
    const crowd = (count: number, first: number) =>
      Array.from({ length: count }, (_, i) => aTask({ elementInstanceKey: `${first + i}` }));
    found = [
      items(aTask()),
      items(...crowd(50, 100)),
      items(
        ...crowd(48, 200),
        aTask({ elementInstanceKey: '2251799813685302', assignee: '"finance.wu"' }),
        aTask(),
      ),
      items(...crowd(50, 300)),
    ];
    const signatureOf = signatures(rest, patient);
    await signatureOf(job);
    expect((await signatureOf(other)).signer).toBe('finance.wu');
    const pages = calls.map(({ body }) => JSON.parse(body).page);
    expect(pages).toEqual([
      { from: 0, limit: 50 },
      { from: 0, limit: 50 },
      { from: 50, limit: 50 },
    ]);
  });

  test('of many late ones does not keep the others waiting: a few are asked for alone in a round', async () => {
    const late = Array.from({ length: 12 }, (_, i) => aJob({ elementInstanceKey: `${i}` }));
    found = [
      ...Array(8).fill(items()),
      items(...late.map(({ elementInstanceKey }) => aTask({ elementInstanceKey }))),
    ];
    const signatureOf = signatures(rest, { ...patient, aloneAfterMs: 0 });
    await Promise.all(late.map(signatureOf));
    const asked = calls.map(({ body }) =>
      'processInstanceKey' in JSON.parse(body).filter ? 'alone' : 'together',
    );
    // The first of them has begun a round before the others came.
    expect(asked).toEqual([
      ...['together', 'alone'],
      ...['together', ...Array(5).fill('alone')],
      'together',
    ]);
  });

  test('cannot be had while the search answers something else: the job is tried again', async () => {
    found = ['{"message":"Not found"}'];
    await expect(signatures(rest, patient)(job)).rejects.toThrow();
  });

  test('is asked for until the index shows the task completed', async () => {
    found = [
      items(),
      items(aTask({ state: '"CREATED"', completionDate: 'null' })),
      items(aTask({ state: '"CANCELED"', assignee: '"finance.wu"' })),
      items(aTask({ state: '"COMPLETED"', completionDate: 'null' })),
      items(aTask()),
    ];
    expect((await signatures(rest, patient)(job)).signer).toBe('data.zhang');
    expect(calls).toHaveLength(5);
  });

  // 8.6.0 ignores a filter by element instance.
  test('is the one of this element instance among all tasks of the process instance', async () => {
    found = [
      items(
        aTask({ elementInstanceKey: '2251799813685302', assignee: '"finance.wu"' }),
        aTask({ assignee: '"data.liu"' }),
      ),
    ];
    expect((await signatures(rest, patient)(job)).signer).toBe('data.liu');
  });

  test('is nobody when nobody had claimed the task', async () => {
    found = [items(aTask({ assignee: 'null' }))];
    expect((await signatures(rest, patient)(job)).signer).toBe('');
  });

  test('who does not show in time is an error, so that the job is tried again', async () => {
    found = [items()];
    await expect(
      signatures(rest, { withinMs: 5, everyMs: 1, aloneAfterMs: 0 })(job),
    ).rejects.toThrow('user task of 2251799813685301 is not in the search index yet');
  });

  test('is read from later versions too, where keys are text', async () => {
    found = [items(aTask({ elementInstanceKey: '"2251799813685301"', userTaskKey: '"22"' }))];
    expect((await signatures(rest, patient)(job)).signer).toBe('data.zhang');
  });
});

// From the fourth partition on keys are greater than 2^53.
test('keys beyond 2^53 stay exact', async () => {
  const far = aJob({ elementInstanceKey: '9007199254740993' });
  found = [
    items(
      aTask({ elementInstanceKey: '9007199254740992', assignee: '"finance.wu"' }),
      aTask({
        elementInstanceKey: '9007199254740993',
        key: '9007199254740995',
        state: '"CREATED"',
      }),
    ),
  ];
  await changeClock(rest, far, { dueDate: '2031-10-10T23:59:59+08:00', clock: {} });
  expect(calls[1]?.url).toBe('/v2/user-tasks/9007199254740995');
});

describe('a new clock', () => {
  const DUE = '2031-10-10T23:59:59+08:00';
  const CLOCK = { dueDate: DUE, clock: { text: '截止日期 2031-10-10' } };

  test('is put on the card and, for this visit alone, on the form of an open task', async () => {
    found = [items(aTask({ state: '"CREATED"' }))];
    await changeClock(rest, job, CLOCK);
    expect(calls[1]).toMatchObject({ method: 'PATCH', url: '/v2/user-tasks/2251799813685310' });
    expect(JSON.parse(calls[1]?.body ?? '')).toEqual({ changeset: { dueDate: DUE } });
    expect(calls[2]).toMatchObject({
      method: 'PUT',
      url: '/v2/element-instances/2251799813685301/variables',
    });
    expect(JSON.parse(calls[2]?.body ?? '')).toEqual({
      variables: { clock: CLOCK.clock },
      local: true,
    });
  });

  test('is not put on a task that is over', async () => {
    found = [items(aTask({ state: '"CANCELED"' }))];
    await changeClock(rest, job, CLOCK);
    expect(calls).toHaveLength(1);
  });

  test('cannot be put on a task the index does not show yet', async () => {
    found = [items()];
    await expect(changeClock(rest, job, CLOCK)).rejects.toThrow('not in the search index yet');
  });
});
