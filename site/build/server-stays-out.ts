import type { Plugin } from 'esbuild';

/**
 * Leaves the server's halves of features out of the pages: a feature names both, and pages never ask for that one.
 * Server code that a page imports itself is not let through by this: it fails to bundle.
 */
export function serverStaysOut(): Plugin {
  return {
    name: 'server-stays-out',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\/server\/index\.ts$/ }, ({ kind, path }) =>
        kind === 'dynamic-import' ? { path, external: true } : undefined,
      );
    },
  };
}
