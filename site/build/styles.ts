import { type BuildOptions, build, type Metafile, type OutputFile, type Plugin } from 'esbuild';

const NAMESPACE = 'style';
const ENTRY = 'style-entry';

/**
 * Takes style sheets out of the bundle of scripts. esbuild would put those of all lazily loaded parts into
 * that of the first page.
 */
export function takeStylesOut(): Plugin {
  return {
    name: 'take-styles-out',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /\.css$/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === NAMESPACE) return undefined;
        const found = await resolve(path, { importer, resolveDir, kind, pluginData: NAMESPACE });
        return found.errors.length > 0 ? found : { path: found.path, namespace: NAMESPACE };
      });
      onLoad({ filter: /.*/, namespace: NAMESPACE }, () => ({ contents: '' }));
    },
  };
}

export type Styles = {
  outputFiles: OutputFile[];
  metafile: Metafile;
  /** The style sheet's output by the script source that is loaded with it. */
  sheets: Map<string, string>;
};

/**
 * Bundles one style sheet for the first page and one for each part that is loaded later, in the order of
 * their imports; a later one leaves out what the first page has.
 * @param scripts the metafile of a build with `takeStylesOut`
 */
export async function buildStyles(
  scripts: Metafile,
  main: string,
  wing: string,
  options: BuildOptions,
): Promise<Styles> {
  const first = stylesOf(scripts, main);
  const entries = new Map([[main, first]]);
  for (const { entryPoint } of Object.values(scripts.outputs)) {
    if (entryPoint === undefined || entryPoint === main) continue;
    const own = stylesOf(scripts, entryPoint).filter((file) => !first.includes(file));
    if (own.length > 0) entries.set(entryPoint, own);
  }
  const sources = [...entries.keys()];
  const { outputFiles = [], metafile } = await build({
    ...options,
    entryPoints: sources.map((source) => ({ in: `${ENTRY}:${source}`, out: nameOf(source, wing) })),
    plugins: [importing(entries, options.absWorkingDir)],
    bundle: true,
    metafile: true,
    write: false,
  });
  const sheets = new Map<string, string>();
  for (const [file, { entryPoint }] of Object.entries(metafile?.outputs ?? {})) {
    if (entryPoint) sheets.set(entryPoint.slice(ENTRY.length + 1), file);
  }
  return { outputFiles, metafile: metafile ?? { inputs: {}, outputs: {} }, sheets };
}

/** The style sheets that a script source imports, itself or through others, but not lazily. */
function stylesOf({ inputs }: Metafile, source: string): string[] {
  const styles = new Set<string>();
  const visited = new Set<string>();
  function visit(file: string): void {
    if (visited.has(file)) return;
    visited.add(file);
    if (file.startsWith(`${NAMESPACE}:`)) styles.add(file.slice(NAMESPACE.length + 1));
    for (const { path, kind } of inputs[file]?.imports ?? []) {
      if (kind === 'import-statement' || kind === 'require-call') visit(path);
    }
  }
  visit(source);
  return [...styles];
}

/** Entries that only import style sheets. */
function importing(entries: Map<string, string[]>, resolveDir = process.cwd()): Plugin {
  return {
    name: 'importing-styles',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${ENTRY}:`) }, ({ path }) => ({
        path: path.slice(ENTRY.length + 1),
        namespace: ENTRY,
      }));
      onLoad({ filter: /.*/, namespace: ENTRY }, ({ path }) => ({
        contents: (entries.get(path) ?? [])
          .map((file) => `@import ${JSON.stringify(file)};`)
          .join('\n'),
        loader: 'css',
        resolveDir,
      }));
    },
  };
}

/** `editor-bpmn-part` of `web-modeler/editor/bpmn/part.ts`, `main` of `web-modeler/page/main.tsx`. */
function nameOf(source: string, wing: string): string {
  return source
    .slice(wing.length + 1)
    .replace(/^page\//, '')
    .replaceAll('/', '-')
    .replace(/\.\w+$/, '');
}
