import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { holidays2027, root } from './support.ts';

const run = promisify(execFile);

async function dumpIn(zone: string): Promise<string> {
  const dump = join(root, 'test/fixtures/calendar/dump.ts');
  const { stdout } = await run(process.execPath, ['--import', 'tsx', dump, holidays2027], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', TZ: zone },
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout;
}

test('the machine’s time zone changes nothing', async () => {
  const shanghai = await dumpIn('Asia/Shanghai');
  expect(shanghai.split('\n').length).toBeGreaterThan(4700);
  expect(shanghai).toContain('2026-02-14 make-up false 春节');
  expect(await dumpIn('UTC')).toBe(shanghai);
  expect(await dumpIn('America/Los_Angeles')).toBe(shanghai);
}, 60_000);
