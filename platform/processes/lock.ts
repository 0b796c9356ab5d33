import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  return holderIn(lockFile(dataFolder));
}

/**
 * Makes this process the only launcher on the data folder. A file left by a launcher that is gone
 * is taken over.
 * @returns a function that gives the folder free again
 * @throws PlatformError when another launcher is running on it
 */
export function takeDataFolder(dataFolder: string): () => void {
  const taken = takeLock(lockFile(dataFolder));
  if ('release' in taken) return taken.release;
  throw alreadyRunning(dataFolder, taken.holder);
}

/** What came of asking for a lock: a function that gives it back, or who has it (when that can be told). */
export type Taken = { release: () => void } | { holder: Holder | undefined };

/** Makes this process the only one that has the file's lock; one left by a process that is gone is taken over. */
export function takeLock(file: string): Taken {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, start: startOf(process.pid) }));
  try {
    if (!link(draft, file)) {
      const holder = holderIn(file);
      if (holder !== undefined) return { holder };
      rmSync(file, { force: true });
      if (!link(draft, file)) return { holder: holderIn(file) };
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return { release: () => rmSync(file, { force: true }) };
}

function holderIn(file: string): Holder | undefined {
  const holder = holderSchema.safeParse(parseJson(readIfThere(file))).data;
  return holder !== undefined && startOf(holder.pid) === holder.start ? holder : undefined;
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
