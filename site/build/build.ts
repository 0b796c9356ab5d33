import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { z } from 'zod';
import { BASE } from './base.ts';
import { pagesTogether, TOGETHER } from './pages-together.ts';
import { serverStaysOut } from './server-stays-out.ts';
import { buildStyles, takeStylesOut } from './styles.ts';

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const RECORD = 'build.json';
const OPTIONS = {
  absWorkingDir: REPOSITORY,
  // Without a public path files name each other by relative addresses, which hold below every path.
  outdir: 'assets',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  target: 'es2022',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
  loader: {
    '.woff': 'file',
    '.woff2': 'file',
    '.ttf': 'file',
    '.eot': 'file',
    '.svg': 'file',
    '.png': 'file',
  },
} satisfies BuildOptions;

/** What a build was made of and what it gave; kept beside it. */
const record = z.object({
  /** Every source outside node_modules, and the lock that stands for what is inside, by its hash. */
  sources: z.record(z.string(), z.string()),
  workers: z.array(z.string()),
  firstScripts: z.array(z.object({ file: z.string(), gzipBytes: z.number() })),
});
export type ClientBuild = z.infer<typeof record>;

/** A wing's pages, as they are built. */
export type Pages = {
  /** The wing's folder; its first script is `page/main.tsx`. */
  wing: string;
  /** The site's name. */
  title: string;
  /** Features whose pages are loaded apart from the others'; see `pagesTogether`. */
  apart: string[];
  /** What bundling needs beside esbuild itself, and the files that decide how it is done. */
  plugins: Plugin[];
  sources: string[];
};

/**
 * Bundles a wing's pages into `out` (index.html and hashed files below assets/). A build that is up to date is left as
 * it is; a new one replaces the old one as a whole.
 */
export async function buildPages(
  { wing, title, apart, plugins, sources }: Pages,
  out: string,
): Promise<ClientBuild> {
  const main = `${wing}/page/main.tsx`;
  const workers = await workerSources(wing);
  const before = await readRecord(out);
  if (before && (await isUpToDate(before, workers))) return before;

  const scripts = await build({
    ...OPTIONS,
    entryPoints: [main, ...workers],
    outbase: wing,
    plugins: [
      takeStylesOut(),
      zodByName(),
      serverStaysOut(),
      pagesTogether(join(REPOSITORY, wing), apart),
      ...plugins,
    ],
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    metafile: true,
    write: false,
  });
  const styles = await buildStyles(scripts.metafile, main, wing, { ...OPTIONS, outbase: wing });

  const first = firstScripts(scripts.metafile, main);
  const contents = new Map(
    [...scripts.outputFiles, ...styles.outputFiles].map((file) => [
      relative(REPOSITORY, file.path),
      file.contents,
    ]),
  );
  const made: ClientBuild = {
    sources: await hashesOf([...ownSources(scripts.metafile, styles.metafile), ...sources]),
    workers,
    firstScripts: first.map((file) => ({
      file,
      gzipBytes: gzipSync(contents.get(file) ?? '').length,
    })),
  };
  const next = `${out}.next`;
  await rm(next, { recursive: true, force: true });
  for (const [file, bytes] of contents) {
    await mkdir(dirname(join(next, file)), { recursive: true });
    await writeFile(join(next, file), bytes);
  }
  const sheet = styles.sheets.get(main);
  const assets = addresses(scripts.metafile, styles.sheets, main, wing);
  await writeFile(join(next, 'index.html'), page({ title, first, sheet, assets }));
  await writeFile(join(next, RECORD), JSON.stringify(made));
  await rm(out, { recursive: true, force: true });
  await rename(next, out);
  return made;
}

async function workerSources(wing: string): Promise<string[]> {
  const files = await readdir(join(REPOSITORY, wing), { recursive: true });
  const workers = files.filter((file) => file.endsWith('.worker.ts'));
  return workers.map((file) => `${wing}/${file}`).sort();
}

async function readRecord(out: string): Promise<ClientBuild | undefined> {
  try {
    return record.parse(JSON.parse(await readFile(join(out, RECORD), 'utf8')));
  } catch {
    return undefined;
  }
}

async function isUpToDate(before: ClientBuild, workers: string[]): Promise<boolean> {
  if (before.workers.join() !== workers.join()) return false;
  const now = await hashesOf(Object.keys(before.sources));
  return Object.entries(before.sources).every(([file, hash]) => now[file] === hash);
}

// What decides how the rest is bundled, without being bundled itself.
const BUILD_SOURCES = [
  'site/build/base.ts',
  'site/build/build.ts',
  'site/build/pages-together.ts',
  'site/build/server-stays-out.ts',
  'site/build/styles.ts',
  'package-lock.json',
];

function ownSources(...metafiles: Metafile[]): string[] {
  const bundled = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  // A colon stands in what a plugin made up, not in a file of ours.
  const own = bundled.filter((file) => !file.includes('node_modules/') && !file.includes(':'));
  return [...own, ...BUILD_SOURCES];
}

async function hashesOf(files: string[]): Promise<Record<string, string>> {
  const hashes = files.map(async (file) => {
    const bytes = await readFile(join(REPOSITORY, file)).catch(() => '');
    return [file, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

/** The output made from a source, with its name. */
function outputOf(metafile: Metafile, source: string) {
  const found = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === source);
  if (!found) throw new Error(`esbuild made nothing of ${source}`);
  return { file: found[0], ...found[1] };
}

/** The scripts the browser loads for the first page: the main one and what it imports statically. */
function firstScripts(metafile: Metafile, main: string): string[] {
  const found = new Set<string>();
  const waiting = [outputOf(metafile, main).file];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const { path, kind } of metafile.outputs[file]?.imports ?? []) {
      if (kind === 'import-statement') waiting.push(path);
    }
  }
  return [...found];
}

type Page = {
  title: string;
  first: string[];
  sheet: string | undefined;
  assets: Record<string, string>;
};

function page({ title, first, sheet, assets }: Page): string {
  const [script, ...imported] = first.map((file) => `${BASE}/${file}`);
  const preloads = imported.map((href) => `<link rel="modulepreload" href="${href}">`).join('');
  const known = JSON.stringify(assets).replaceAll('"', '&quot;');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="base" content="${BASE}">
<meta name="assets" content="${known}">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${BASE}/${sheet}">${preloads}
<script type="module" src="${script}"></script>
</head>
<body><div id="app"></div><noscript>请在浏览器中允许运行脚本后刷新本页。</noscript></body>
</html>
`;
}

/** The address of each worker's script and each lazily loaded part's style sheet, by its source. */
function addresses(
  metafile: Metafile,
  sheets: Map<string, string>,
  main: string,
  wing: string,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint?.startsWith(`${TOGETHER}:`) && sheets.has(entryPoint)) {
      throw new Error('A page with a style sheet of its own is to be named among those apart');
    }
    if (!entryPoint?.startsWith(`${wing}/`) || entryPoint === main) continue;
    const source = entryPoint.slice(wing.length + 1);
    const sheet = sheets.get(entryPoint);
    if (source.endsWith('.worker.ts')) found[source] = `${BASE}/${file}`;
    else if (sheet) found[source] = `${BASE}/${sheet}`;
  }
  return found;
}

/**
 * Has our sources import zod's functions one by one: `import { z }` names an object that holds all of
 * zod with its fifty languages, and the bundler would have to keep them.
 */
function zodByName(): Plugin {
  return {
    name: 'zod-by-name',
    setup({ onLoad }) {
      onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        if (path.includes('node_modules')) return undefined;
        const source = await readFile(path, 'utf8');
        const contents = source.replace(
          /^import \{ z \} from 'zod';$/m,
          "import * as z from 'zod';",
        );
        return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}
