import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, jest, test } from '@jest/globals';
import { freePort } from '../../support/postgres.ts';
import { EDITOR, START_NOTICE, useModeler } from './support/modeler.ts';

const use = useModeler();
jest.setTimeout(180_000);

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill('SIGKILL');
});

/** The program as the launcher starts it. */
function start(some: Record<string, string>): ChildProcess {
  child = spawn(process.execPath, ['--import', 'tsx', 'web-modeler/server/main.ts'], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...some },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return child;
}

const ended = (program: ChildProcess) =>
  new Promise<number | null>((resolve) => program.once('close', resolve));

test('serves, and at SIGTERM finishes what was asked and gives the folder free', async () => {
  const port = await freePort();
  const folder = join(use.folder, 'of-main');
  const program = start({
    MODELER_PORT: String(port),
    MODELER_FOLDER: folder,
    MODELER_CLIENT: join(use.folder, 'client'),
    MODELS_FOLDER: use.shipped,
    ORGANIZATION_FILE: use.organizationFile,
    DATABASE_URL: use.url,
    DEMO_PASSWORD: 'demo',
  });
  const over = ended(program);
  const at = (path: string) => `http://127.0.0.1:${port}${path}`;
  const said = program.stdout ? text(program.stdout) : Promise.resolve('');
  await until(async () => (await fetch(at('/health'))).ok);
  expect(await (await fetch(at('/'))).text()).toContain('模型管理');

  let cookie = '';
  let token = '';
  const call = async (method: string, path: string, body?: object) => {
    const answer = await fetch(at(path), {
      method,
      headers: { cookie, 'x-csrf-token': token, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    cookie = answer.headers.getSetCookie().at(-1)?.split(';')[0] ?? cookie;
    const content = JSON.parse(await answer.text());
    token = content.csrfToken ?? token;
    return { status: answer.status, content };
  };
  await call('GET', '/api/session');
  const signedIn = await call('POST', '/api/session', { userId: EDITOR, password: 'demo' });
  expect(signedIn.content.user).toEqual({ id: EDITOR, name: '张慧敏', role: 'editor' });
  const path = `/api/model?path=${encodeURIComponent(START_NOTICE)}`;
  const { source, blob: base } = (await call('GET', path)).content;
  const change = { path: START_NOTICE, source: `${source}\n`, base, note: '改' };
  const saving = call('POST', '/api/model', change);
  await sleep(5);
  program.kill('SIGTERM');
  expect((await saving).status).toBe(200);
  expect(await over).toBe(0);
  expect(existsSync(join(folder, 'modeler.json'))).toBe(false);
  expect(await said).toContain('modeler stopped');
});

test('with bad settings it says what to do and does not start', async () => {
  const program = start({ MODELER_PORT: 'x' });
  const complained = program.stderr ? text(program.stderr) : Promise.resolve('');
  expect(await ended(program)).not.toBe(0);
  expect(await complained).toContain('模型管理程序的设置有误');
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > deadline) throw new Error('The modeler does not start');
    await sleep(100);
  }
}
