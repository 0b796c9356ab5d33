import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, writeWhole } from '../files/whole.ts';

/** Where everything is, for people and programs; the same as in ready.json. */
export type Ready = {
  /** The one address people use; Tasklist and Operate lie behind it. */
  gateway: string;
  tasklist: string;
  operate: string;
  /** Camunda's web applications themselves, for whoever looks after them. */
  web: string;
  rest: string;
  grpc: string;
  management: string;
  mailbox: string;
  smtp: string;
  database: string;
  workers: string;
  modeler: string;
  search: string;
  pids: Record<string, number>;
};

function readyFile(dataFolder: string): string {
  return join(dataFolder, 'ready.json');
}

/** Says that all is ready. Readable for its owner only, because the database's password is in it. */
export function announceReady(dataFolder: string, ready: Ready): void {
  writeWhole(readyFile(dataFolder), `${JSON.stringify(ready, null, 2)}\n`);
}

export function withdrawReady(dataFolder: string): void {
  rmSync(readyFile(dataFolder), { force: true });
}

/** The database of the platform that runs on this folder; undefined when none does. */
export function databaseOf(dataFolder: string): string | undefined {
  const said = readIfThere(readyFile(dataFolder));
  return said === undefined ? undefined : databaseSchema.parse(JSON.parse(said)).database;
}

const databaseSchema = z.object({ database: z.string() });
