import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type EngineClient, engineClient } from '../../engine/client.ts';
import { importPositions } from '../../engine/import-positions.ts';
import { openSearch } from '../../engine/opensearch/client.ts';
import { waitFor } from '../../engine/wait.ts';
import type { Ready } from '../../platform/index.ts';
import { enter } from '../process/support/door.ts';
import { exported } from '../process/support/exported.ts';
import { type Launcher, launch, processesOf } from './support/launcher.ts';
import { deployProbe, startProbe } from './support/probe.ts';

// What nobody can do at the door, somebody with the engine's gRPC still could: a variable whose name no index takes.
const ENV = { PORT_OFFSET: '850', JVM_QUICK: 'true', JVM_ARCHIVE: 'use' };
const MINUTES_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'platform-'));
let launcher: Launcher;
let ready: Ready;
let engine: EngineClient;

async function start(): Promise<void> {
  launcher = launch(folder, ENV, '--empty');
  ready = await launcher.ready();
  engine = engineClient(ready.grpc);
}

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

const log = (name: string) => readFileSync(join(folder, 'logs', `${name}.log`), 'utf8');

/** The importers have met a record that they cannot take in. */
const refused = (name: string) =>
  waitFor('the refusal', async () => log('web').includes(`-${name}] is too long`), {
    withinMs: 2 * MINUTES_MS,
  });

/** Somebody of the body sees the task, and everything of its variables is taken in. */
async function expectShown(instance: string): Promise<void> {
  const visitor = await enter(ready, 'shuju.zhang');
  await waitFor('the task', async () => (await visitor.tasks(instance))[0], {
    withinMs: 5 * MINUTES_MS,
  });
  await waitFor(
    'everything to be taken in',
    async () =>
      (await importPositions(openSearch(ready.search).call)).every(
        ({ imported, exported: due }) => imported >= due,
      ),
    { withinMs: 5 * MINUTES_MS },
  );
}

test('importers that a variable’s name has stopped go on by themselves, and the log names it', async () => {
  const name = 'n'.repeat(500);
  const culprit = await startProbe(engine, { [name]: 1 });
  await refused(name);
  const after = await startProbe(engine, { seen: true });
  await expectShown(after);
  await expectShown(culprit);

  const lines = log('launcher').split('\n');
  expect(lines).toContainEqual(
    expect.stringContaining(
      `variable name of 500 bytes (begins "${'n'.repeat(60)}") of probe instance ${culprit}`,
    ),
  );
  expect(lines).toContainEqual(expect.stringContaining('web is replaced: its importers held'));
  // In the engine the variable is as it was.
  const { rejected } = await engine
    .setVariables({ elementInstanceKey: culprit, variables: { [name]: 2 }, local: true })
    .then(
      () => ({ rejected: false }),
      () => ({ rejected: true }),
    );
  expect(rejected).toBe(false);
  await expectShown(await startProbe(engine));
});

test('a platform that was killed before them starts free of them', async () => {
  const name = '字'.repeat(170);
  const culprit = await startProbe(engine, { [name]: 1 });
  await waitFor(
    'the record of the variable',
    async () => {
      const filter = [{ term: { 'value.processInstanceKey': culprit } }];
      const found = await exported(
        ready.search,
        'variable',
        filter,
        z.object({ name: z.string() }),
      );
      return found.some((one) => one.name === name);
    },
    { withinMs: MINUTES_MS },
  );
  launcher.process.kill('SIGKILL');
  await launcher.exited;
  await engine.close();
  await start();
  await expectShown(culprit);
  expect(log('launcher')).toContain('variable name of 510 bytes');
});
