import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { launch, processesOf } from './support/launcher.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'platform-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PORTS = { PORT_OFFSET: '800' };

/** What a launcher that cannot start says; it must end with 1 and leave nothing running. */
async function refusalOf(env: Record<string, string>): Promise<string> {
  const launcher = launch(folder, { ...PORTS, ...env });
  expect(await launcher.exited).toBe(1);
  expect(processesOf(folder)).toEqual([]);
  return launcher.output();
}

describe('a start that cannot be', () => {
  test('names every wrong setting, without a stack', async () => {
    const words = await refusalOf({ WEB_PORT: 'x', ENGINE_HEAP: 'much' });
    expect(words).toMatch(/WEB_PORT：/);
    expect(words).toMatch(/ENGINE_HEAP：/);
    expect(words).not.toMatch(/\n\s+at /);
  });

  test('names every port that is taken, with the setting that moves it', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(8880, '127.0.0.1', resolve));
    const words = await refusalOf({});
    server.close();
    expect(words).toMatch(/8880（统一入口）.*GATEWAY_PORT/);
    expect(words).not.toMatch(/REST_PORT/);
  });

  test('names what the machine lacks before anything is fetched', async () => {
    const words = await refusalOf({
      CACHE_FOLDER: join(folder, 'cache'),
      PATH: folder,
    });
    expect(words).toMatch(/启动平台还缺少/);
    expect(words).toMatch(/Maven/);
    expect(words).toMatch(/CAMUNDA_HOME/);
  });

  test('says that CAMUNDA_HOME is no distribution', async () => {
    expect(await refusalOf({ CAMUNDA_HOME: folder })).toMatch(/CAMUNDA_HOME=.*不是已解压的发行包/);
  });
});
