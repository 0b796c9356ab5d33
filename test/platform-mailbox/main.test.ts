import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, jest, test } from '@jest/globals';

jest.setTimeout(60_000);

let child: ChildProcess | undefined;
let folder: string | undefined;
afterEach(async () => {
  child?.kill('SIGKILL');
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

/** Runs the mailbox as a process of its own and gathers what it says. */
function run(env: Record<string, string>) {
  const args = ['--import', 'tsx', 'platform/mailbox/main.ts'];
  const started = spawn(process.execPath, args, { env: { PATH: process.env.PATH, ...env } });
  child = started;
  let said = '';
  for (const stream of [started.stdout, started.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const exit = once(started, 'close');
  return {
    pid: started,
    said: () => said,
    exit,
    async line(): Promise<string> {
      while (!said.includes('\n')) await Promise.race([once(started.stdout, 'data'), exit]);
      return said;
    },
  };
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'runs as a process and ends cleanly on %s',
  async (signal) => {
    folder = await mkdtemp(join(tmpdir(), 'test-mailbox-main-'));
    const mailbox = run({
      MAILBOX_SMTP_PORT: '0',
      MAILBOX_HTTP_PORT: '0',
      MAILBOX_FOLDER: join(folder, 'new', 'folder'),
    });
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(await mailbox.line())?.[0];
    const answer = await fetch(`${address}/api/messages`);
    expect(await answer.json()).toEqual([]);
    mailbox.pid.kill(signal);
    expect(await mailbox.exit).toEqual([0, null]);
  },
);

test('names every bad setting at once', async () => {
  const mailbox = run({ MAILBOX_SMTP_PORT: '70000', MAILBOX_HTTP_PORT: 'http' });
  const [code] = await mailbox.exit;
  expect(code).toBe(1);
  expect(mailbox.said()).toContain('MAILBOX_SMTP_PORT：端口号不能大于 65535');
  expect(mailbox.said()).toContain('MAILBOX_HTTP_PORT：请填写端口号');
  expect(mailbox.said()).toContain('MAILBOX_FOLDER：请填写保存邮件的文件夹');
});
