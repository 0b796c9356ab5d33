import type { Plugin } from 'esbuild';
import { onePreactForForms } from './one-preact.ts';
import { lintRules } from './lint-rules.ts';

/** What bundling the editors needs beside esbuild itself. */
export function editorPlugins(): Plugin[] {
  return [lintRules(), onePreactForForms()];
}
