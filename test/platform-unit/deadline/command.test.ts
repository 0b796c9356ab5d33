import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { holidays2027, root } from '../../law/calendar/support.ts';

// From another folder: the command finds its holidays by itself.
function run(args: string[], env: Record<string, string> = {}) {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const command = join(root, 'platform/deadline/command.ts');
  return spawnSync(process.execPath, [tsx, command, ...args], {
    cwd: join(root, 'test'),
    env: { ...process.env, NODE_OPTIONS: '', HOLIDAY_FOLDER: '', ...env },
    encoding: 'utf8',
  });
}

test('the process answers and ends with 0', () => {
  const result = run(['--from', '2025-09-30', '--days', '1']);
  expect(result).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(result.stdout)).toMatchObject({ deadline: '2025-10-09' });
}, 30_000);

test('the process reads HOLIDAY_FOLDER', () => {
  const args = ['--from', '2027-02-04', '--days', '3'];
  const result = run(args, { HOLIDAY_FOLDER: holidays2027 });
  expect(JSON.parse(result.stdout)).toMatchObject({ deadline: '2027-02-15', provisional: false });
}, 30_000);

test('the process refuses bad input with 2 and a sentence', () => {
  const result = run(['--from', '2026-02-30', '--days', '1']);
  expect(result).toMatchObject({ status: 2, stdout: '' });
  expect(result.stderr).toMatch(/^--from 的“2026-02-30”不是有效日期.*。\n$/);
}, 30_000);
