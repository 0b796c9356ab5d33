import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere } from '../files.ts';
import { PlatformError } from '../problem.ts';
import { startOf } from './table.ts';

const holderSchema = z.object({ pid: z.number(), start: z.string() });
export type Holder = z.infer<typeof holderSchema>;

function lockFile(dataFolder: string): string {
  return join(dataFolder, 'launcher.json');
}

/** The launcher that runs on this data folder right now, if any. */
export function holderOf(dataFolder: string): Holder | undefined {
  const text = readIfThere(lockFile(dataFolder));
  const holder = holderSchema.safeParse(parseJson(text)).data;
  return holder !== undefined && startOf(holder.pid) === holder.start ? holder : undefined;
}

/**
 * Makes this process the only launcher on the data folder. A file left by a launcher that is gone
 * is taken over.
 * @returns a function that gives the folder free again
 * @throws PlatformError when another launcher is running on it
 */
export function takeDataFolder(dataFolder: string): () => void {
  mkdirSync(dataFolder, { recursive: true });
  const file = lockFile(dataFolder);
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, start: startOf(process.pid) }));
  try {
    if (!link(draft, file)) {
      const holder = holderOf(dataFolder);
      if (holder !== undefined) throw alreadyRunning(dataFolder, holder);
      rmSync(file, { force: true });
      if (!link(draft, file)) throw alreadyRunning(dataFolder, holderOf(dataFolder));
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => rmSync(file, { force: true });
}

/** A hard link is made by one process only, and the file it makes is whole from the start. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function alreadyRunning(dataFolder: string, holder: Holder | undefined): PlatformError {
  const who = holder === undefined ? '' : `（进程号 ${holder.pid}）`;
  return new PlatformError(
    `平台已在运行${who}，数据目录 ${dataFolder}。请先停止它（Ctrl-C），或用 DATA_FOLDER 与 PORT_OFFSET 另起一套。`,
  );
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
