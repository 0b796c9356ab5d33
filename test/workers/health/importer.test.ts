import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importPositions } from '../../../engine/import-positions.ts';
import { openSearch } from '../../../engine/opensearch/client.ts';
import { watchImporter } from '../../../workers/health/importer.ts';
import { newest, taken } from '../../support/import-answers.ts';

/** What a small OpenSearch says: exported and imported user tasks, or undefined for a refusal. */
let says: [exported: number, imported: number] | undefined;

const search = createServer((request, response) => {
  if (says === undefined) return response.writeHead(404).end('{"error":"no such index"}');
  const [exported, imported] = says;
  const answer = request.url?.startsWith('/zeebe-record_user-task_')
    ? newest(exported, 2)
    : request.url?.startsWith('/tasklist-import-position-')
      ? taken(imported, 2)
      : newest();
  return response.end(JSON.stringify(answer));
});
beforeAll(() => new Promise<void>((ready) => search.listen(0, '127.0.0.1', () => ready())));
afterAll(() => new Promise((closed) => search.close(closed)));

/** What is said of the importer after each look, ten seconds apart unless a look says otherwise. */
async function statesOf(looks: [typeof says, afterMs?: number][]): Promise<string[]> {
  const ask = openSearch(`http://127.0.0.1:${(search.address() as AddressInfo).port}/`).call;
  const stop = new AbortController();
  const states: string[] = [];
  let now = 0;
  let look = 0;
  says = looks[0]?.[0];
  await new Promise<void>((over) => {
    const importer = watchImporter({
      read: () => importPositions(ask),
      signal: stop.signal,
      clock: () => now,
      wait: async (ms) => {
        states.push(importer.state());
        look += 1;
        const next = looks[look];
        says = next?.[0];
        now += next?.[1] ?? ms;
        if (next !== undefined) return;
        stop.abort();
        over();
      },
    });
  });
  return states;
}

test('an importer that has taken in none of what waits for a minute stands still', async () => {
  expect(
    await statesOf([[[10, 10]], [[12, 10]], [[13, 10], 49_999], [[13, 10], 1], [[13, 13]]]),
  ).toEqual(['up', 'up', 'up', 'standing', 'up']);
});

test('one that has never taken in anything stands still too', async () => {
  expect(await statesOf([[[5, 0]], [[5, 0], 60_000]])).toEqual(['up', 'standing']);
});

test('one that goes on is up however far behind it is, and so is one at rest', async () => {
  expect(await statesOf([[[90, 1]], [[99, 2], 59_000], [[999, 3], 59_000]])).toEqual([
    'up',
    'up',
    'up',
  ]);
  expect(await statesOf([[[7, 7]], [[7, 7], 600_000]])).toEqual(['up', 'up']);
});

test('where nothing can be seen of it, it is unknown', async () => {
  expect(await statesOf([[undefined], [[7, 7]], [undefined]])).toEqual([
    'unknown',
    'up',
    'unknown',
  ]);
  const importer = watchImporter({
    read: undefined,
    signal: AbortSignal.abort(),
    wait: async () => {},
  });
  expect(importer.state()).toBe('unknown');
});
