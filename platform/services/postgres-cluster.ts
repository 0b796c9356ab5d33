import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readIfThere, writeWhole } from '../../files/whole.ts';
import { asOwner, type Owner } from './postgres-owner.ts';

export const SUPERUSER = 'postgres';

/** The database's password: made once, kept readable for its owner only. */
export function postgresPassword(dataFolder: string): string {
  const file = join(dataFolder, 'postgres-password');
  const known = readIfThere(file);
  if (known !== undefined) return known;
  const password = randomBytes(18).toString('base64url');
  writeWhole(file, password);
  return password;
}

/**
 * Makes an empty PostgreSQL cluster unless there is one. It is made beside its place and moved there
 * when whole, so one that was interrupted is made again.
 */
export async function createCluster(
  initdb: string,
  folder: string,
  password: string,
  owner: Owner | undefined,
): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  const draft = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    if (owner !== undefined) for (const path of [draft, passwordFile]) give(path, owner);
    await run(owner, initdb, [
      `--pgdata=${draft}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ]);
    renameSync(draft, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function give(path: string, owner: Owner): void {
  chownSync(path, owner.uid, owner.gid);
}

async function run(owner: Owner | undefined, program: string, words: string[]): Promise<void> {
  const { command, args, owner: who } = asOwner(owner, program, words);
  await promisify(execFile)(command, args, { ...who, cwd: '/' });
}
