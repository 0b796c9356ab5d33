import type { Plugin } from 'esbuild';
import { onePreactForForms } from './build-forms.ts';
import { lintRules } from './build-lint.ts';

/** What bundling the editors needs beside esbuild itself. */
export function editorPlugins(): Plugin[] {
  return [lintRules(), onePreactForForms()];
}
