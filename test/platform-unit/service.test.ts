import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { waitFor } from '../../engine/wait.ts';
import { createGroup, type Group } from '../../platform/processes/group.ts';
import type { ServiceSpec } from '../../platform/processes/service.ts';
import { isAlive } from '../../platform/processes/table.ts';
import { silentReport } from '../../platform/report.ts';

let folder: string;
let group: Group;
let ending: AbortController;
const said: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'service-'));
  said.length = 0;
  ending = new AbortController();
  group = createGroup({
    logFolder: folder,
    env: { GREETING: '你好' },
    signal: ending.signal,
    log: (line) => said.push(line),
  });
});
afterEach(async () => {
  await stopAll();
  rmSync(folder, { recursive: true });
});

async function stopAll(order: string[] = []): Promise<void> {
  ending.abort();
  const step = <T>(label: string, work: (detail: () => void) => Promise<T>) => {
    order.push(label);
    return work(() => {});
  };
  await group.stop({ ...silentReport, step });
}

const logOf = (name: string) => readFileSync(join(folder, `${name}.log`), 'utf8');

/** A process of ours that runs a script; it is ready when it has said so in its log. */
function running(name: string, script = "console.log('ready'); setInterval(() => {}, 1000);") {
  const spec: ServiceSpec = {
    name,
    label: `[${name}]`,
    command: process.execPath,
    args: ['-e', script],
    end: 'SIGTERM',
    endsWithinMs: 5000,
    readyWithinMs: 20_000,
    isReady: async () => logOf(name).includes('ready'),
  };
  return spec;
}

describe('a process of the platform', () => {
  test('gets the extra environment, and its log is a file', async () => {
    await group.start(
      running('web', "console.log(process.env.GREETING, 'ready'); setInterval(() => {}, 1000);"),
    );
    expect(logOf('web')).toBe('你好 ready\n');
  });

  test('that ends before it is ready is an error with its last words', async () => {
    const start = group.start(running('engine', "console.error('no disk'); process.exit(3);"));
    await expect(start).rejects.toThrow(/\[engine\]未能启动（exit code 3）[\s\S]*no disk/);
  });

  test('that ends by itself later is started again, and that is on record', async () => {
    const service = await group.start(running('engine'));
    const before = service.pid();
    process.kill(before, 'SIGKILL');
    await waitFor('a new process', async () => service.pid() !== before, { withinMs: 20_000 });
    expect(said[0]).toMatch(/engine ended \(SIGKILL\)/);
    expect(isAlive(service.pid())).toBe(true);
  });

  test('that hangs is replaced', async () => {
    const service = await group.start(running('engine'));
    const before = service.pid();
    service.replace('it hangs');
    await waitFor('a new process', async () => service.pid() !== before, { withinMs: 20_000 });
    expect(said[0]).toBe('engine is replaced: it hangs');
  });

  test('that does not end when asked is killed', async () => {
    const script =
      "process.on('SIGTERM', () => {}); console.log('ready'); setInterval(() => {}, 1000);";
    const service = await group.start({ ...running('web', script), endsWithinMs: 50 });
    await stopAll();
    expect(isAlive(service.pid())).toBe(false);
  });

  test('all end in order, whoever uses something before it, and nothing comes back', async () => {
    const names = ['postgres', 'opensearch', 'engine', 'web'];
    names.push('mailbox', 'workers', 'modeler', 'gateway');
    const services = await Promise.all(names.map((name) => group.start(running(name))));
    const order: string[] = [];
    await stopAll(order);
    expect(order.map((label) => label.replace(/^停止 /, ''))).toEqual([
      '[gateway]',
      '[modeler]',
      '[workers]',
      '[web]',
      '[engine]',
      '[opensearch]',
      '[postgres]',
      '[mailbox]',
    ]);
    expect(services.filter((service) => isAlive(service.pid()))).toEqual([]);
    expect(said).toEqual([]);
  });

  test('one that is still starting when all ends is ended too', async () => {
    const never = { ...running('web'), isReady: async () => false };
    const start = group.start(never).then(
      () => 'ready',
      () => 'given up',
    );
    await waitFor('its process', async () => group.services().length === 1, { withinMs: 20_000 });
    await stopAll();
    expect(await start).toBe('given up');
    expect(group.services().some((service) => isAlive(service.pid()))).toBe(false);
  });
});
