import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type EngineClient, engineClient } from '../../engine/client.ts';
import { waitFor } from '../../engine/wait.ts';
import { loadDirectory } from '../../files/organization.ts';
import { deployModels } from '../../platform/deploy-models.ts';
import { type Ready, readSettings } from '../../platform/index.ts';
import { isAlive, listProcesses } from '../../platform/processes/table.ts';
import { PORT_NAMES } from '../../platform/settings/ports.ts';
import { onAnExactSecond } from '../process/support/clock.ts';
import { exported } from '../process/support/exported.ts';
import { type Launcher, launch, processesOf } from './support/launcher.ts';
import { portsOpenToOthers } from './support/listening.ts';
import { deployProbe, startProbe } from './support/probe.ts';
import { signIn, type Tasklist } from './support/tasklist.ts';

// One platform through its life, in this order: started, used, killed, started again, stopped.
const ENV = { PORT_OFFSET: '700', JVM_QUICK: 'true', JVM_ARCHIVE: 'use' };
const EXAMPLES = 9;
const STARTED_BEFORE_KILL = 20;

const folder = mkdtempSync(join(tmpdir(), 'platform-'));
let launcher: Launcher;
let ready: Ready;
let engine: EngineClient;
let tasklist: Tasklist;

async function start(): Promise<void> {
  launcher = launch(folder, ENV);
  ready = await launcher.ready();
  engine = engineClient(ready.grpc);
  tasklist = await signIn(ready, folder, 'shuju.zhang');
}

const commandLine = (pid: number | undefined) =>
  listProcesses()
    .find((line) => line.pid === pid)
    ?.args.join(' ');

const records = (kind: string, name: string, value: string) =>
  exported(ready.search, kind, [{ term: { [`value.${name}`]: value } }], z.object({}));

beforeAll(async () => {
  await start();
  await deployProbe(engine);
});
afterAll(async () => {
  for (const pid of processesOf(folder)) process.kill(pid, 'SIGKILL');
  launcher.process.kill('SIGKILL');
  await launcher.exited;
  rmSync(folder, { recursive: true, force: true });
});

describe('a platform that was started', () => {
  test('says where everything is and what it costs to keep in mind', () => {
    expect(launcher.output()).toContain(ready.tasklist);
    expect(launcher.output()).toMatch(/2026-05-24/);
    expect(launcher.output()).toMatch(/Camunda 许可/);
    expect(Object.values(ready.pids).every(isAlive)).toBe(true);
  });

  test('keeps everything it has written for its owner alone', () => {
    const open = readdirSync(folder, { recursive: true })
      .map((name) => join(folder, String(name)))
      // Files come and go while the engine runs.
      .flatMap((path) => {
        const status = lstatSync(path, { throwIfNoEntry: false });
        return status && !status.isSymbolicLink() && (status.mode & 0o077) !== 0 ? [path] : [];
      });
    expect(open).toEqual([]);
    if (process.getuid?.() === 0) {
      expect(launcher.output().match(/正以 root 身份运行/g)).toHaveLength(1);
    }
  });

  test('runs the engine and the web applications as two processes', () => {
    expect(commandLine(ready.pids.engine)).toContain('StandaloneBroker');
    expect(commandLine(ready.pids.web)).toContain('StandaloneCamunda');
  });

  test('is not to be reached from another machine', async () => {
    const addresses = Object.values(networkInterfaces()).flatMap((some) => some ?? []);
    const outside = addresses.filter(({ internal, family }) => !internal && family === 'IPv4');
    const { ports } = readSettings(ENV);
    for (const { address } of outside) {
      for (const name of PORT_NAMES)
        expect([name, await connects(address, ports[name])]).toEqual([name, false]);
    }
    expect(await connects('127.0.0.1', ports.web)).toBe(true);
    expect(portsOpenToOthers(processesOf(folder))).toEqual([]);
  });

  test('refuses a second launcher on its data', async () => {
    const second = launch(folder, ENV);
    expect(await second.exited).toBe(1);
    expect(second.output()).toMatch(/平台已在运行（进程号 \d+）/);
    expect(existsSync(join(folder, 'ready.json'))).toBe(true);
  });

  test('lets nobody in by the accounts that Camunda makes itself', async () => {
    for (const name of ['demo', 'act', 'view']) {
      await expect(signIn(ready, folder, name, name)).rejects.toThrow(
        `${name} cannot sign in: 401`,
      );
    }
  });

  test('has the engine’s /v2 closed where people sign in', async () => {
    expect(await tasklist.statusOfPost('v1/tasks/search')).toBe(200);
    for (const path of ['user-tasks/search', 'process-instances', 'jobs/activation']) {
      expect([path, await tasklist.statusOfPost(`v2/${path}`)]).toEqual([path, 404]);
    }
  });

  test('does not deploy the same models a second time', async () => {
    const { MODELS_FOLDER } = readSettings({});
    const { processes } = await deployModels(
      engine,
      MODELS_FOLDER,
      loadDirectory('config/organization.yaml'),
    );
    expect(Object.keys(processes)).toContain('project-application');
    expect(new Set(Object.values(processes))).toEqual(new Set([1]));
  });

  test('keeps Chinese names, and a person can take and complete a task in Tasklist', async () => {
    const key = await startProbe(engine);
    const task = await tasklist.taskOf(key);
    expect(task).toMatchObject({ name: '看见任务', processName: '平台自检', taskState: 'CREATED' });
    // In one process with the engine Tasklist answers 500 to both (camunda/camunda#21818).
    await tasklist.assign(task, 'shuju.zhang');
    await tasklist.complete(task);
    await waitFor(
      'the completed task',
      async () => (await tasklist.tasksOf(key))[0]?.taskState === 'COMPLETED',
      { withinMs: 60_000 },
    );
  });

  test('has workers that see Tasklist take in new tasks', async () => {
    const importing = async () => {
      const response = await fetch(`${ready.workers}/health`);
      return z.object({ tasklistImport: z.string() }).parse(await response.json()).tasklistImport;
    };
    await waitFor('a look at the importer', async () => (await importing()) === 'up', {
      withinMs: 60_000,
    });
  });

  test('shows a task that was created on an exact second, and those after it', async () => {
    const onTheSecond = await onAnExactSecond(ready, async () => {
      const key = await startProbe(engine);
      await waitFor(
        'the record of its task',
        async () => (await records('user-task', 'processInstanceKey', key)).length > 0,
        { withinMs: 60_000 },
      );
      return key;
    });
    const after = await startProbe(engine);
    const exact = expect.stringMatching(/:\d\d\.000/);
    expect(await tasklist.taskOf(onTheSecond)).toMatchObject({ creationDate: exact });
    expect(await tasklist.taskOf(after)).toMatchObject({ name: '看见任务' });
  });
});

describe('a platform that was killed', () => {
  const acknowledged: string[] = [];

  beforeAll(async () => {
    for (let n = 0; n < STARTED_BEFORE_KILL; n += 1) acknowledged.push(await startProbe(engine));
    // The engine goes hard; OpenSearch, the web applications and PostgreSQL stay behind as orphans.
    launcher.process.kill('SIGKILL');
    process.kill(ready.pids.engine ?? 0, 'SIGKILL');
    await launcher.exited;
    await engine.close();
    const orphans = processesOf(folder);
    expect(orphans.length).toBeGreaterThan(2);
    await start();
    expect(orphans.filter(isAlive)).toEqual([]);
  });

  test('goes on where it was: every acknowledged instance has its task', async () => {
    for (const key of acknowledged) {
      expect(await tasklist.taskOf(key)).toMatchObject({ taskState: 'CREATED' });
    }
  });

  test('still lets nobody in by the accounts that Camunda makes itself', async () => {
    for (const name of ['demo', 'act', 'view']) {
      await expect(signIn(ready, folder, name, name)).rejects.toThrow(
        `${name} cannot sign in: 401`,
      );
    }
  });

  test('has its examples once', async () => {
    const filed = await records(
      'process-instance-creation',
      'bpmnProcessId',
      'project-application',
    );
    expect(filed).toHaveLength(EXAMPLES);
  });

  test('starts a process again that is killed beside it', async () => {
    const before = ready.pids.workers ?? 0;
    process.kill(before, 'SIGKILL');
    const health = () => fetch(`${ready.workers}/health`).then(({ ok }) => ok);
    await waitFor('the workers', async () => !isAlive(before) && (await health()), {
      withinMs: 60_000,
    });
    expect(readFileSync(join(folder, 'logs', 'launcher.log'), 'utf8')).toMatch(/workers ended/);
  });
});

describe('a platform that is told to end', () => {
  test('ends every process and gives its data free', async () => {
    // A process that PostgreSQL has just forked has its command line for a moment, before it takes a title of its own.
    await waitFor(
      'one process a program',
      async () => processesOf(folder).length === Object.keys(ready.pids).length,
      { withinMs: 10_000, everyMs: 20 },
    );
    const children = processesOf(folder);
    await engine.close();
    launcher.process.kill('SIGTERM');
    expect(await launcher.exited).toBe(0);
    expect(children.filter(isAlive)).toEqual([]);
    expect(processesOf(folder)).toEqual([]);
    expect(existsSync(join(folder, 'ready.json'))).toBe(false);
    expect(existsSync(join(folder, 'launcher.json'))).toBe(false);
  });
});

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}
