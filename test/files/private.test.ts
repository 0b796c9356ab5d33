import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makePrivate } from '../../files/private.ts';
import { enter } from '../../platform/data-folder.ts';
import { silentReport } from '../../platform/report.ts';

const around = mkdtempSync(join(tmpdir(), 'private-'));
const folder = join(around, 'data');
const before = process.umask();
const modeOf = (path: string) => (lstatSync(path).mode & 0o777).toString(8);
const modes = (below: string) =>
  Object.fromEntries(
    ['.', ...readdirSync(below, { recursive: true }).map(String)]
      .filter((name) => !lstatSync(join(below, name)).isSymbolicLink())
      .map((name) => [name, modeOf(join(below, name))]),
  );

beforeAll(() => {
  process.umask(0o022);
  mkdirSync(join(folder, 'logs'), { recursive: true });
  writeFileSync(join(folder, 'logs', 'engine.log'), '');
  writeFileSync(join(folder, 'program'), '');
  chmodSync(join(folder, 'program'), 0o755);
  writeFileSync(join(around, 'elsewhere'), '');
  symlinkSync(join(around, 'elsewhere'), join(folder, 'link'));
});
afterAll(() => {
  process.umask(before);
  rmSync(around, { recursive: true });
});

test('what others could read before is its owner’s alone, and programs stay programs', () => {
  expect(modeOf(folder)).toBe('755');
  expect(makePrivate(folder)).toEqual([]);
  expect(modes(folder)).toEqual({
    '.': '700',
    logs: '700',
    'logs/engine.log': '600',
    program: '700',
  });
  expect(modeOf(join(around, 'elsewhere'))).toBe('644');
});

test('what is not there is nothing to change', () => {
  expect(makePrivate(join(around, 'nothing'))).toEqual([]);
});

test('a launcher puts its data folder right, and what it and its programs make is private', async () => {
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'logs', 'engine.log'), 0o644);
  const house = await enter(folder, { env: {}, report: silentReport, signal: undefined });
  house.log('a line');
  execFileSync('sh', ['-c', 'mkdir made && echo x > made/by-a-program'], { cwd: folder });
  const all = modes(folder);
  expect(all).toMatchObject({ 'logs/launcher.log': '600', 'made/by-a-program': '600' });
  expect(Object.entries(all).filter(([, mode]) => !mode.endsWith('00'))).toEqual([]);
  await house.close();
});
