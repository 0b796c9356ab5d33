import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformError } from '../../engine/problem.ts';
import type { Java } from '../java/find-java.ts';
import { lastLines } from '../processes/log-tail.ts';
import { isAlive } from '../processes/table.ts';
import { type PartName, POM } from './versions.ts';

/** The Maven goal (an execution of platform/pom.xml) that brings each part. */
const GOALS: Record<PartName, string> = {
  camunda: 'dependency:unpack@camunda',
  opensearch: 'dependency:copy-dependencies@opensearch',
};

export type Fetch = {
  wanted: { part: PartName; target: string }[];
  maven: string;
  java: Java;
  cache: string;
  signal: AbortSignal;
  detail(text: string): void;
};

/**
 * Brings parts into the cache with the ordinary Maven client. They are unpacked beside their place and
 * moved there when whole, so a fetch that is killed leaves nothing that looks finished.
 * @throws PlatformError with Maven's last words
 */
export async function fetchParts(fetch: Fetch): Promise<void> {
  const draft = join(fetch.cache, 'parts', `fetching-${process.pid}`);
  removeAbandoned(join(fetch.cache, 'parts'));
  mkdirSync(draft, { recursive: true });
  try {
    await runMaven(fetch, draft);
    for (const { part, target } of fetch.wanted) moveWhole(join(draft, part), target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function runMaven(fetch: Fetch, draft: string): Promise<void> {
  const log = join(fetch.cache, 'fetch.log');
  const goals = fetch.wanted.map(({ part }) => GOALS[part]);
  const file = createWriteStream(log);
  const maven = spawn(fetch.maven, ['-f', POM, `-Dparts.folder=${draft}`, ...goals], {
    env: { ...process.env, JAVA_HOME: fetch.java.home },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: fetch.signal,
  });
  maven.stdout.on('data', (chunk: Buffer) => fetch.detail(progressIn(chunk.toString())));
  maven.stdout.pipe(file, { end: false });
  maven.stderr.pipe(file, { end: false });
  const code = await new Promise<number | null>((resolve, reject) => {
    maven.once('error', reject);
    maven.once('close', resolve);
  });
  await new Promise((resolve) => file.end(resolve));
  if (code !== 0) {
    throw new PlatformError(
      `下载平台组件失败，日志 ${log}。Maven 的最后几行：\n${lastLines(log, 12)}`,
    );
  }
}

/** Maven rewrites one line while it downloads: "Progress (1): 12/299 MB". */
function progressIn(chunk: string): string {
  return [...chunk.matchAll(/Progress \(\d+\): ([^\r\n]+)/g)].at(-1)?.[1]?.trim() ?? '';
}

/** Another launcher may have been quicker; its copy is as good. */
function moveWhole(from: string, to: string): void {
  if (existsSync(to)) return;
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

function removeAbandoned(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const owner = /^fetching-(\d+)$/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}
