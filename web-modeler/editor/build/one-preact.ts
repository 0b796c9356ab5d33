import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Gives the form editor and the form viewer inside it one and the same Preact. The editor pins an older
 * one than ours, so that npm installs two; components of one do not work inside the other.
 */
export function onePreactForForms(): Plugin {
  return {
    name: 'one-preact-for-forms',
    setup(build) {
      const require = createRequire(import.meta.url);
      const editor = createRequire(require.resolve('@bpmn-io/form-js')).resolve(
        '@bpmn-io/form-js-editor',
      );
      build.onResolve({ filter: /^preact(\/|$)/ }, ({ path, importer, kind, pluginData }) => {
        if (pluginData === 'ours' || !importer.includes('/@bpmn-io/form-js-')) return undefined;
        return build.resolve(path, { kind, resolveDir: dirname(editor), pluginData: 'ours' });
      });
    },
  };
}
