import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openStorage, type Storage } from '../../../web-modeler/server/storage/index.ts';

const SAVER = 'test/web-modeler/server/support/save-for-ever.ts';
const MODEL = 'stage-a/stage-a.form';
const NOTICE = 'stage-a/notices/done.txt';
const KILLS = 6;
/** So many at most, until one of them hits a write. */
const MOST_KILLS = 40;
const EARLY_KILLS = 4;
/** About as many as two saves make. */
const EVENTS = 80;

jest.setTimeout(600_000);

let folder: string;
let shipped: string;
let child: ChildProcess | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'));
  shipped = join(folder, 'bpmn');
  mkdirSync(join(shipped, 'stage-a/notices'), { recursive: true });
  writeFileSync(join(shipped, MODEL), '版本 0');
  writeFileSync(join(shipped, NOTICE), '版本 0');
});
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Starts a process that saves for ever; gives its lines while they come. */
function save(home: string, from: number): string[] {
  const lines: string[] = [];
  child = spawn(process.execPath, ['--import', 'tsx', SAVER, home, shipped, MODEL, `${from}`], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout?.on('data', (data: Buffer) => lines.push(...data.toString().trim().split('\n')));
  return lines;
}

/** Waits until so many things have happened to files below the folder: then one is just being written. */
function written(root: string, events: number): Promise<void> {
  return new Promise((resolve) => {
    let seen = 0;
    const watcher = watch(root, { recursive: true }, () => {
      seen += 1;
      if (seen <= events) return;
      watcher.close();
      resolve();
    });
  });
}

async function kill(): Promise<void> {
  const gone = new Promise((resolve) => child?.once('close', resolve));
  child?.kill('SIGKILL');
  await gone;
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('The saving process says nothing');
    await sleep(2);
  }
}

/** The text of a version as the saving process makes it. */
function textOf(n: number): string {
  const lines = Array.from({ length: 25_000 }, (_, i) =>
    createHash('sha256').update(`${n} ${i}`).digest('base64'),
  );
  return [`版本 ${n}`, ...lines].join('\n');
}

const numberIn = (text: string | undefined) => Number(/^版本 (\d+)/.exec(text ?? '')?.[1]);
const lastSaid = (lines: string[], what: string) =>
  lines.filter((line) => line.startsWith(`${what} `)).map((line) => Number(line.split(' ')[1]));

/** The number of a commit's version, after a look at every byte of it. */
async function wholeVersion(storage: Storage, commit: string): Promise<number> {
  const model = await storage.read(commit, MODEL);
  const notice = await storage.read(commit, NOTICE);
  const n = numberIn(notice?.source);
  expect(model?.source).toBe(n === 0 ? '版本 0' : textOf(n));
  return n;
}

test(`after each of ${KILLS} kills or more in the midst of saving there is the old version or the new one, whole`, async () => {
  const home = join(folder, 'modeler');
  let version = 0;
  const seen = { newer: 0, leftovers: 0 };
  const hit = () => seen.leftovers + seen.newer > 0;
  for (let round = 0; round < KILLS || (!hit() && round < MOST_KILLS); round += 1) {
    const lines = save(home, version + 1);
    await until(() => lines.includes('open'));
    await until(() => lastSaid(lines, 'saved').length > 0);
    await written(join(home, 'models/.git'), Math.floor(Math.random() * EVENTS));
    await kill();
    const acknowledged = lastSaid(lines, 'saved').at(-1) ?? version;
    seen.leftovers += interrupted(join(home, 'models/.git')).length;

    const storage = await openStorage(home, shipped);
    const found = await wholeVersion(storage, await storage.head());
    expect([acknowledged, acknowledged + 1]).toContain(found);
    seen.newer += found - acknowledged;

    // The history is the line of all versions, newest first, none lost and none twice.
    const history = await storage.history(NOTICE);
    expect(history.map(({ note }) => note)).toEqual([
      ...Array.from({ length: found }, (_, i) => `第 ${found - i} 版`),
      '随程序首次提供',
    ]);

    // What is published is a version too, the last one that was said to be or one behind it, in the folder as well.
    const published = await wholeVersion(storage, await storage.ref('published'));
    const said = lastSaid(lines, 'published').at(-1);
    if (said !== undefined) expect(published).toBeGreaterThanOrEqual(said);
    expect(readFileSync(join(home, 'published', MODEL), 'utf8')).toBe(
      published === 0 ? '版本 0' : textOf(published),
    );
    expect(readFileSync(join(home, 'published', NOTICE), 'utf8')).toBe(`版本 ${published}`);
    expect(readFileSync(join(home, 'models', NOTICE), 'utf8')).toBe(`版本 ${found}`);
    expect(interrupted(join(home, 'models/.git'))).toEqual([]);
    await storage.close();
    version = found;
  }
  expect(version).toBeGreaterThanOrEqual(KILLS);
  // Some kills did hit a write, or the moment between a save and its acknowledgement.
  expect(hit()).toBe(true);
});

test(`a first start killed ${EARLY_KILLS} times is made good by the next`, async () => {
  for (let round = 0; round < EARLY_KILLS; round += 1) {
    const home = join(folder, `first-${round}`);
    save(home, 1);
    // From the first file on there is little time: these moments lie around it.
    await until(() => existsSync(join(home, 'models/.git')));
    await sleep(round * 8);
    await kill();
    const storage = await openStorage(home, shipped);
    await wholeVersion(storage, await storage.head());
    expect(await storage.files(await storage.ref('shipped'))).toHaveLength(2);
    await storage.close();
  }
});

function interrupted(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\d+$/.test(name),
  );
}
