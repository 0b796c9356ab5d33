import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

export const REASON_HEADER = 'x-change-reason';
const FILE = new URL('./in-page.ts', import.meta.url);

/** What runs in Operate's pages before theirs: it asks for the reason of a change. */
export const REASON_SCRIPT = transformSync(readFileSync(FILE, 'utf8'), {
  loader: 'ts',
  format: 'iife',
  minify: true,
}).code;

/** The reason as the page sends it: headers hold no Chinese. Undefined when it is none. */
export function reasonOf(header: string | undefined): string | undefined {
  try {
    return decodeURIComponent(header ?? '').trim() || undefined;
  } catch {
    return undefined;
  }
}
