import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { loadDirectory } from '../../files/organization.ts';
import type { Ready } from '../../platform/ready.ts';
import { welcome } from '../../platform/welcome.ts';

const PAGES = ['README.md', 'README.zh.md'];
const ALL_PAGES = [
  ...PAGES,
  'lint/README.md',
  'models/templates/README.md',
  ...['docs', 'lint/docs'].flatMap((folder) => pagesIn(folder)),
];
/** What a page may name that is made when the system runs, or by the reader. */
const MADE_LATER = /^(data|pictures)\/|^config\/holidays\/2027\.yaml$/;
const FILES = [
  '.ts',
  '.js',
  '.mjs',
  '.json',
  '.yaml',
  '.yml',
  '.md',
  '.bpmn',
  '.dmn',
  '.form',
  '.txt',
];
const models = readdirSync('bpmn', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.bpmn'))
  .map((file) => readFileSync(join('bpmn', file), 'utf8'))
  .join('\n');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

describe('every page', () => {
  test('links and pictures lead to files that are there', () => {
    const links = ALL_PAGES.flatMap((page) =>
      found(readFileSync(page, 'utf8'), /\]\(([^)#]+)\)/g)
        .filter((link) => !link.includes('://'))
        .map((link) => ({ page, link })),
    );
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter(({ page, link }) => !existsSync(join(dirname(page), link)))).toEqual([]);
  });

  test('the files and folders it names are there', () => {
    const named = ALL_PAGES.flatMap((page) =>
      pathsIn(readFileSync(page, 'utf8')).map((path) => ({ page, path })),
    );
    expect(named.length).toBeGreaterThan(100);
    const missing = named.filter(({ page, path }) => {
      const fixed = path.replace(/[^/]*[<*].*$/, '');
      return ![fixed, join(dirname(page), fixed)].some((place) => existsSync(join('.', place)));
    });
    expect(missing).toEqual([]);
  });
});

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(page, 'utf8');

  test('the commands it names exist', () => {
    const commands = found(text, /npm run (?:-s )?([a-z:-]+)/g);
    expect(commands.length).toBeGreaterThan(4);
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });

  test('each step it lists is in a model under that label', () => {
    const steps = [...text.matchAll(/^\| (\S+) \| `(Task_\w+)` \|/gm)];
    expect(steps.length).toBeGreaterThan(15);
    const strangers = steps.filter(
      ([, label, id]) => !new RegExp(`id="${id}" name="${label}"`).test(models),
    );
    expect(strangers.map(([row]) => row)).toEqual([]);
  });

  test('each step a person takes is listed', () => {
    const ids = found(models, /<bpmn:userTask id="(\w+)"/g);
    expect(ids.filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
  });
});

test('the people who can sign in are those that npm start shows', () => {
  const directory = loadDirectory('config/organization.yaml');
  const nowhere = new Proxy({} as Ready, { get: () => '' });
  const shown = welcome(nowhere, directory, 'demo').split('\n');
  const signIns = shown.filter((line) => directory.person(line.split(/\s+/).at(-1) ?? ''));
  expect(signIns.length).toBeGreaterThan(15);
  for (const page of PAGES) {
    const lines = readFileSync(page, 'utf8').split('\n');
    expect(signIns.filter((line) => !lines.includes(line))).toEqual([]);
  }
});

test('both languages show the same commands and the same steps', () => {
  const [english, chinese] = PAGES.map((page) => {
    const text = readFileSync(page, 'utf8');
    return {
      commands: found(text, /```sh\n([^`]+)```/g),
      ids: found(text, /`(Task_\w+)`/g),
      tests: found(text, /`(test\/[^`]+\.ts)`/g),
    };
  });
  expect(chinese).toEqual(english);
});

function pagesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

/** Paths in backticks, and the folders a drawing of the tree begins its lines with; `<…>` and `*` stand for any name. */
function pathsIn(text: string): string[] {
  const quoted = found(text, /`([\w.-][\w.<>*/-]+)`/g).filter(
    (path) => path.includes('/') || FILES.includes(extname(path)),
  );
  const drawn = found(text, /```\n([^`]+)```/g).flatMap((block) => found(block, /^([\w-]+\/) /gm));
  return [...quoted, ...drawn].filter((path) => !MADE_LATER.test(path));
}

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group = '']) => group);
}
