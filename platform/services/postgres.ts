import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Group } from '../processes/group.ts';
import { postgresFolder } from '../processes/marker.ts';
import type { Settings } from '../settings/settings.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { createCluster, postgresPassword, SUPERUSER } from './postgres-cluster.ts';
import { asOwner, postgresOwner } from './postgres-owner.ts';

const DATABASE = 'projects';

/**
 * Starts the PostgreSQL that npm brings along and makes the database on the first start.
 * @returns the address of the database, with its password
 */
export async function startPostgres(group: Group, settings: Settings): Promise<string> {
  const { initdb, postgres } = await postgresBinaries();
  const folder = postgresFolder(settings.DATA_FOLDER);
  mkdirSync(settings.DATA_FOLDER, { recursive: true });
  const password = postgresPassword(settings.DATA_FOLDER);
  const owner = postgresOwner([folder, postgres]);
  await createCluster(initdb, folder, password, owner);
  // Nobody runs on this folder (the lock says so), whoever may have the pid in this file by now.
  rmSync(join(folder, 'postmaster.pid'), { force: true });

  const port = settings.ports.postgres;
  const url = (database: string) =>
    `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  await group.start({
    name: 'postgres',
    label: 'PostgreSQL ',
    ...asOwner(owner, postgres, [
      ...['-D', folder],
      ...['-p', String(port)],
      ...['-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'unix_socket_directories='],
    ]),
    cwd: '/',
    end: 'SIGINT', // PostgreSQL's "fast" shutdown: open transactions are rolled back, nothing is lost
    endsWithinMs: 60_000,
    readyWithinMs: 60_000,
    isReady: () => query(url('postgres'), 'SELECT 1'),
  });
  const found = `SELECT 1 FROM pg_database WHERE datname = '${DATABASE}'`;
  if (!(await query(url('postgres'), found))) {
    await query(url('postgres'), `CREATE DATABASE ${DATABASE}`);
  }
  return url(DATABASE);
}

/** Runs one statement on a connection of its own. @returns whether it gave a row */
async function query(connectionString: string, text: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const { rows } = await client.query(text);
    return rows.length > 0;
  } finally {
    await client.end();
  }
}
