import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openRecords } from '../../records/index.ts';
import { freePort } from '../support/postgres.ts';
import { aMessage, aProceeding } from '../support/records.ts';
import { useRecords } from '../support/use-records.ts';

const use = useRecords();

const TERMINATE = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'records'`;

/** Ends every connection of the records but the asking one, as a restart of the database does. */
async function dropConnections(where = ''): Promise<number> {
  const sql = new pg.Client(use.url);
  await sql.connect();
  const { rowCount } = await sql.query(`${TERMINATE} ${where}`);
  await sql.end();
  return rowCount ?? 0;
}

/** The same from another process while this one stands still, so that the next query meets dead connections. */
function dropAllUnnoticed(): number {
  const program = `
    const sql = new (await import('pg')).default.Client(${JSON.stringify(use.url)});
    await sql.connect();
    const { rowCount } = await sql.query(\`${TERMINATE}\`);
    await sql.end();
    console.log(rowCount);`;
  const args = ['--input-type=module', '--eval', program];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

describe('opening', () => {
  test('several processes may open a new database at once', async () => {
    const empty = await use.postgres.createDatabase();
    const opened = await Promise.all(Array.from({ length: 6 }, () => openRecords(empty)));
    await Promise.all(opened.map((one) => one.ping()));
    expect(await opened[0]?.queueMessages([aMessage()])).toBe(1);
    await Promise.all(opened.map((one) => one.close()));
  });

  test('opening again keeps what is there', async () => {
    const again = await openRecords(use.url);
    expect(await again.queueMessages([aMessage({ id: 'kept' })])).toBe(1);
    await again.close();
    const third = await openRecords(use.url);
    expect(await third.queueMessages([aMessage({ id: 'kept' })])).toBe(0);
    await third.close();
  });

  test('an unreachable database is named without its password', async () => {
    const port = await freePort();
    const opening = openRecords(`postgres://me:secret@127.0.0.1:${port}/records`);
    await expect(opening).rejects.toThrow(
      `Cannot open the records at 127.0.0.1:${port}/records: connect ECONNREFUSED`,
    );
    await expect(opening).rejects.not.toThrow('secret');
  });
});

describe('a database that goes away', () => {
  test('the next query succeeds although every connection at hand is dead', async () => {
    await Promise.all(Array.from({ length: 10 }, () => use.records.ping()));
    expect(dropAllUnnoticed()).toBeGreaterThan(5);
    expect(await use.records.queueMessages([aMessage({ id: 'after the drop' })])).toBe(1);
    await Promise.all(Array.from({ length: 10 }, () => use.records.ping()));
  });

  test('a transaction whose connection drops in the middle is done again, once', async () => {
    const blocker = new pg.Client(use.url);
    await blocker.connect();
    await blocker.query('begin');
    await blocker.query('lock table projects');
    const facts = { projectName: '智慧校园', applicantUnit: '市教育局', investment: '150' };
    const giving = use.records.openProject(aProceeding('dropped'), 2026, facts);
    let dropped = 0;
    while (dropped === 0) dropped = await dropConnections(`and wait_event_type = 'Lock'`);
    await blocker.query('rollback');
    await blocker.end();
    expect(await giving).toBe('JJSZ-2026-0001');
    expect(use.logged.length).toBeGreaterThan(0);
  });

  test('while the server is down queries fail, and work again when it is back', async () => {
    await use.postgres.stop();
    await expect(use.records.ping()).rejects.toThrow();
    await use.postgres.start();
    await use.records.ping();
    expect(await use.records.queueMessages([aMessage({ id: 'after the restart' })])).toBe(1);
  });
});
