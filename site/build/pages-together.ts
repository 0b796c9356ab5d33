import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/** The namespace of the one script that stands for the pages of many features. */
export const TOGETHER = 'together';

/**
 * Makes one script of the pages of all features but those named: each of them small, on its own they would be split
 * into several dozens of pieces.
 * @param folder the wing's folder
 * @param apart features whose pages bring large libraries or style sheets of their own
 */
export function pagesTogether(folder: string, apart: readonly string[]): Plugin {
  return {
    name: 'pages-together',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/page\/index\.ts$/ }, ({ kind, resolveDir }) =>
        kind === 'dynamic-import' && !apart.some((name) => join(folder, name) === resolveDir)
          ? { path: 'pages', namespace: TOGETHER }
          : undefined,
      );
      onLoad({ filter: /.*/, namespace: TOGETHER }, async () => {
        const pages = (await readdir(folder, { recursive: true }))
          .filter((file) => /^[\w-]+\/page\/index\.ts$/.test(file))
          .filter((file) => !apart.some((name) => file.startsWith(`${name}/`)));
        const contents = pages.map((file) => `export * from './${file}';`).join('\n');
        return { contents, resolveDir: folder };
      });
    },
  };
}
