import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import { formsShown } from '../../../engine/deployment/forms-shown.ts';

let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

/** What stands for OpenSearch: it knows so many of the forms at the first question, at the second, and so on. */
async function search(...counts: number[]): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  server = createServer(async (request, response) => {
    asked.push(`${request.url} ${await text(request)}`);
    response.setHeader('connection', 'close');
    response.end(JSON.stringify({ count: counts[asked.length - 1] ?? counts.at(-1) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return { url: `http://127.0.0.1:${address.port}`, asked };
}

test('waits until Tasklist’s index has every one of the forms', async () => {
  const { url, asked } = await search(0, 1, 2);
  expect(await formsShown(url)(['11', '12'])).toBe(true);
  expect(asked).toEqual(
    Array(3).fill('/tasklist-form-*/_count {"query":{"terms":{"id":["11","12"]}}}'),
  );
});

test('waits no longer than it may', async () => {
  const { url } = await search(1);
  expect(await formsShown(url, 150)(['11', '12'])).toBe(false);
});
