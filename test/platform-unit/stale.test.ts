import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { belongsTo, javaMarker, nodeMarker } from '../../platform/processes/marker.ts';
import { endStaleProcesses } from '../../platform/processes/stale.ts';
import { isAlive, listProcesses } from '../../platform/processes/table.ts';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** A process that says when it is there and then waits; it may refuse to end when asked. */
async function aProcess(marker: string, { stubborn = false } = {}): Promise<ChildProcess> {
  const refuse = stubborn ? "process.on('SIGTERM', () => {});" : '';
  const script = `${refuse} setInterval(() => {}, 1000); console.log('here');`;
  const child = spawn(process.execPath, ['-e', script, '--', marker], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  started.push(child);
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}

describe('what a killed launcher left running', () => {
  test('is ended, and nothing else is', async () => {
    const folder = `/tmp/data-${process.pid}`;
    const ours = await aProcess(nodeMarker(folder));
    const others = await aProcess(nodeMarker(`${folder}-2`));
    const ended = await endStaleProcesses(folder);
    expect(ended).toEqual([ours.pid]);
    expect(isAlive(ours.pid as number)).toBe(false);
    expect(isAlive(others.pid as number)).toBe(true);
  });

  test('is killed when it does not end', async () => {
    const folder = `/tmp/data-${process.pid}-stubborn`;
    const child = await aProcess(javaMarker(folder), { stubborn: true });
    await endStaleProcesses(folder, 50);
    expect(isAlive(child.pid as number)).toBe(false);
  });

  test('PostgreSQL is known by the folder it runs on', () => {
    const args = ['/x/postgres', '-D', '/srv/data/postgres', '-p', '5433'];
    expect(belongsTo('/srv/data', { pid: 1, args })).toBe(true);
    expect(belongsTo('/srv/data2', { pid: 1, args })).toBe(false);
  });

  test('this very process is in the table, with its command line', () => {
    const ours = listProcesses().find(({ pid }) => pid === process.pid);
    expect(ours?.args[0]).toContain('node');
  });
});
