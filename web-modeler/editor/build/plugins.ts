import type { Plugin } from 'esbuild';
import { lintRules } from './lint-rules.ts';
import { onePreactForForms } from './one-preact.ts';

/** What bundling the editors needs beside esbuild itself. */
export function editorPlugins(): Plugin[] {
  return [lintRules(), onePreactForForms()];
}
