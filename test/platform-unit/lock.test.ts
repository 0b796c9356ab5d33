import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startOf } from '../../files/process-start.ts';
import { holderOf, takeDataFolder } from '../../platform/processes/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const leftBy = (holder: unknown) =>
  writeFileSync(
    join(folder, 'launcher.json'),
    typeof holder === 'string' ? holder : JSON.stringify(holder),
  );

describe('the data folder', () => {
  test('belongs to one launcher at a time', () => {
    const release = takeDataFolder(folder);
    expect(holderOf(folder)?.pid).toBe(process.pid);
    expect(() => takeDataFolder(folder)).toThrow(/平台已在运行（进程号 \d+）/);
    release();
    expect(holderOf(folder)).toBeUndefined();
    takeDataFolder(folder)();
  });

  test('is taken over from a launcher that is gone', () => {
    leftBy({ pid: 2 ** 22, start: '1' });
    takeDataFolder(folder)();
  });

  test('is taken over when the pid belongs to another process by now', () => {
    leftBy({ pid: process.ppid, start: `${startOf(process.ppid)}0` });
    takeDataFolder(folder)();
  });

  test('stays with a launcher that runs', () => {
    leftBy({ pid: process.ppid, start: startOf(process.ppid) });
    expect(() => takeDataFolder(folder)).toThrow(/平台已在运行/);
  });

  test('is not lost to half a file', () => {
    leftBy('{"pid":');
    takeDataFolder(folder)();
  });
});
