import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, expect, jest, test } from '@jest/globals';
import { z } from 'zod';
import { freePort } from '../../support/postgres.ts';
import { CLERK, DEMO, OTHER_CLERK, useGateway } from '../support/gateway.ts';

const use = useGateway();
jest.setTimeout(180_000);

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill('SIGKILL');
});

/** The program as the launcher starts it, once it answers. */
async function start(some: Record<string, string>): Promise<{ program: ChildProcess; at: string }> {
  const port = await freePort();
  const program = spawn(process.execPath, ['--import', 'tsx', 'gateway/server/main.ts'], {
    env: {
      PATH: process.env.PATH,
      GATEWAY_PORT: String(port),
      GATEWAY_CLIENT: join(use.folder, 'client'),
      SESSION_SECRET_FILE: join(use.folder, 'session-secret'),
      CAMUNDA_SECRET_FILE: join(use.folder, 'camunda-secret'),
      ORGANIZATION_FILE: use.organizationFile,
      DATABASE_URL: use.url,
      DEMO_PASSWORD: DEMO,
      ...some,
    },
    stdio: 'ignore',
  });
  child = program;
  const at = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(`${at}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) {
    if (program.exitCode !== null) throw new Error(`ended with ${program.exitCode}`);
    await sleep(100);
  }
  return { program, at };
}

const told = z.object({ csrfToken: z.string() });

async function signIn(at: string, userId: string, password: string): Promise<Response> {
  const visit = await fetch(`${at}/api/session`);
  const { csrfToken } = told.parse(await visit.json());
  const cookie = visit.headers.getSetCookie().map((one) => one.split(';')[0]);
  return fetch(`${at}/api/session`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-csrf-token': csrfToken,
      cookie: cookie.join('; '),
    },
    body: JSON.stringify({ userId, password }),
  });
}

test('serves on loopback with the demo password, and ends at SIGTERM', async () => {
  const { program, at } = await start({});
  expect((await signIn(at, CLERK, DEMO)).status).toBe(200);
  expect(await (await fetch(at)).text()).toContain('统一入口');
  const over = new Promise((resolve) => program.once('close', resolve));
  program.kill('SIGTERM');
  expect(await over).toBe(0);
});

test.each([
  [CLERK, { GATEWAY_HOST: '0.0.0.0' }],
  [OTHER_CLERK, { GATEWAY_TRUST_PROXY: '1' }],
])(
  'for %s with %j the demo password opens nothing; a first password made at the machine does',
  async (person, some) => {
    const { at } = await start(some);
    expect((await signIn(at, person, DEMO)).status).toBe(401);
    const command = ['--import', 'tsx', 'gateway/first-password.ts', person];
    const { stdout } = await promisify(execFile)(process.execPath, command, {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: use.url,
        ORGANIZATION_FILE: use.organizationFile,
      },
    });
    const first = /初始密码：(\S+)/.exec(stdout)?.[1] ?? '';
    const answer = await signIn(at, person, first);
    expect(await answer.json()).toMatchObject({ user: null, mustChangePassword: true });
  },
);
