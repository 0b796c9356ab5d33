import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { engineClient } from '../engine/client.ts';
import { type Platform, readSettings, type Settings, startPlatform } from '../platform/index.ts';
import { nodeCommand } from '../platform/services/node-program.ts';
import { ownEngine } from '../platform/services/workers.ts';
import { openRecords } from '../records/index.ts';
import { anApplication } from '../test/process/support/application.ts';
import { start } from '../test/process/support/project.ts';
import { writeLargeOrganization } from './organization.ts';
import { processorSeconds } from './processor-time.ts';
import { firstTasks, review } from './reviewers.ts';

// Applications a second, from filing to the first open task and from there to the end with reviewers who answer at
// once: our workers against handlers that do nothing on the same diagrams, while more and more applications are
// open. Each variant has a platform of its own, fresh. `npm run bench:applications -- 100 1000 5000`

const LEVELS = process.argv.slice(2).map(Number);
/** So many at a time that the machine sets the pace, and not the time from a step to the search's knowing of it. */
const BATCH = 200;
const AT_ONCE = 20;
const DATA_FOLDER = resolve('data/bench');
const ORGANIZATION_FILE = join(DATA_FOLDER, 'organization.yaml');
const ENV = { DATA_FOLDER, ORGANIZATION_FILE, PORT_OFFSET: '1800' };

/** Applications a second, and how many seconds of processor time each took of all programs together. */
type Rate = { perSecond: number; processor: number };
type Rates = { level: number; filed: Rate; ended: Rate };

const levels = LEVELS.length > 0 ? LEVELS : [100, 1000, 5000];
const idle = await measure('handlers that do nothing', false);
const ours = await measure('our workers', true);
for (const [index, { level, filed, ended }] of ours.entries()) {
  const base = idle[index] as Rates;
  console.log(
    `${level} open: ratio ${ratio(filed, base.filed)} to the first task, ${ratio(ended, base.ended)} to the end (target ≥ 0.9)`,
  );
}

async function measure(variant: string, workers: boolean): Promise<Rates[]> {
  rmSync(DATA_FOLDER, { recursive: true, force: true });
  const applicants = writeLargeOrganization(ORGANIZATION_FILE);
  const platform = await startPlatform({
    env: ENV,
    workers,
    mailbox: workers,
    examples: false,
  });
  const idleWorkers = workers
    ? undefined
    : startIdleWorkers(readSettings({ ...process.env, ...ENV }));
  const rates: Rates[] = [];
  try {
    const engine = engineClient(platform.ready.grpc);
    let open = 0;
    for (const level of levels) {
      const count = level - open;
      const filed = await rateOf(count, async () => {
        await fileMany(engine, applicants, count);
        await firstTasks(platform.ready.search, level);
      });
      const ended = await toTheEnd(platform, engine, applicants, level);
      open = level;
      rates.push({ level, filed, ended });
      console.log(
        `${variant}, ${level} open: ${inWords(filed)} to the first task, ${inWords(ended)} from there to the end`,
      );
    }
    await engine.close();
  } finally {
    idleWorkers?.kill('SIGTERM');
    await platform.stop();
  }
  return rates;
}

/** A further batch beside those that stay open. */
async function toTheEnd(
  { ready }: Platform,
  engine: ReturnType<typeof engineClient>,
  applicants: string[],
  open: number,
): Promise<Rate> {
  const projects = new Set(await fileMany(engine, applicants, BATCH));
  await firstTasks(ready.search, open + BATCH);
  const records = await openRecords(ready.database);
  const rate = await rateOf(BATCH, () => review({ ...ready, records, projects }));
  await records.close();
  return rate;
}

/** Files for each of the applicants in turn. @returns the instances' keys */
async function fileMany(
  engine: ReturnType<typeof engineClient>,
  applicants: string[],
  count: number,
): Promise<string[]> {
  const keys: string[] = [];
  const lane = async (): Promise<void> => {
    for (let next = keys.push(''); next <= count; next = keys.push('')) {
      const unit = applicants[next % applicants.length];
      const application = anApplication({ applicantUnit: unit, ownerUnit: unit });
      keys[next - 1] = await start({ engine }, application);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return keys.slice(0, count);
}

function startIdleWorkers(settings: Settings): ChildProcess {
  const { command, args, cwd } = nodeCommand('bench/idle-workers.ts', settings.DATA_FOLDER);
  const env = { ...process.env, ...ownEngine(settings) };
  return spawn(command, args, { cwd, env, stdio: 'inherit' });
}

async function rateOf(count: number, work: () => Promise<void>): Promise<Rate> {
  const began = performance.now();
  const spent = processorSeconds(DATA_FOLDER);
  await work();
  return {
    perSecond: (count / (performance.now() - began)) * 1000,
    processor: (processorSeconds(DATA_FOLDER) - spent) / count,
  };
}

function inWords({ perSecond, processor }: Rate): string {
  return `${perSecond.toFixed(2)}/s (${processor.toFixed(3)} s of processor each)`;
}

function ratio(rate: Rate, base: Rate): string {
  const byProcessor = (base.processor / rate.processor).toFixed(2);
  return `${(rate.perSecond / base.perSecond).toFixed(2)} (by processor time ${byProcessor})`;
}
