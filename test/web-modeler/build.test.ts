import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClientBuild } from '../../site/build/build.ts';

const folder = mkdtempSync(join(tmpdir(), 'client-'));
const out = join(folder, 'client');
const page = () => readFileSync(join(out, 'index.html'), 'utf8');
let made: ClientBuild;

/** As `npm start` does it: jest has its own way of loading what the bundler's plugins need. */
function build(): ClientBuild {
  execFileSync(process.execPath, ['--import', 'tsx', 'web-modeler/build-command.ts', out]);
  return JSON.parse(readFileSync(join(out, 'build.json'), 'utf8'));
}

beforeAll(() => {
  made = build();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the bundle of the client', () => {
  it('loads the library with far less than 300 kB of scripts', () => {
    const bytes = made.firstScripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(80_000);
  });

  it('has nothing of the server in it', () => {
    const server = Object.keys(made.sources).filter((source) => /\/server\//.test(source));
    expect(server).toEqual([]);
    expect(Object.keys(made.sources)).toContain('web-modeler/coverage/feature.ts');
  });

  it('has a page without any inline script or outside address', () => {
    expect(page().match(/<script[^>]*>/g)).toHaveLength(1);
    expect(page()).toMatch(
      /<script type="module" src="\{\{base\}\}\/assets\/main-[A-Z0-9]{8}\.js"><\/script>/,
    );
    expect(page()).not.toMatch(/https?:/);
  });

  it('has every file the page names', () => {
    const named = page().match(/\/assets\/[\w.-]+/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    for (const address of named) expect(statSync(join(out, address)).size).toBeGreaterThan(0);
  });

  it('names no address from the top, as the site may lie below a path', () => {
    const texts = readdirSync(join(out, 'assets'))
      .filter((file) => /\.(css|js)$/.test(file))
      .map((file) => readFileSync(join(out, 'assets', file), 'utf8'));
    expect([page(), ...texts].join('\n')).not.toMatch(/["'(;]\/assets\//);
  });

  it('keeps the style sheets of the editors out of that of the first page', () => {
    const [sheet = ''] = page().match(/\/assets\/main-[A-Z0-9]{8}\.css/) ?? [];
    const text = readFileSync(join(out, sheet), 'utf8');
    expect(text).toContain('.header');
    expect(text).not.toContain('.djs-');
  });

  it('is left as it is while nothing has changed', () => {
    const before = statSync(join(out, 'index.html')).mtimeMs;
    expect(build()).toEqual(made);
    expect(statSync(join(out, 'index.html')).mtimeMs).toBe(before);
  });
});
