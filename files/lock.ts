import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { startOf } from './process-start.ts';
import { readIfThere } from './whole.ts';

const holderSchema = z.object({ pid: z.number(), start: z.string() });
export type Holder = z.infer<typeof holderSchema>;

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

/** The running process that has the file's lock, if any. */
export function holderIn(file: string): Holder | undefined {
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

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
