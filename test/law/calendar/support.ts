import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const holidays2027 = join(root, 'test/fixtures/calendar/holidays-2027');
export const configuredHolidays = join(root, 'config/holidays');

export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(join(root, 'test/fixtures/calendar', name), 'utf8'));
}

/** Runs `use` on a folder holding these files. */
export function withFolder<T>(files: Record<string, string>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'holidays-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
