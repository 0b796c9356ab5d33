import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@jest/globals';

/**
 * The house, from the ground up: a file imports from its own folder and from floors below, never sideways or up.
 * The web wings stand on the workers, because the modeler's 推演 plays the workers' own handlers.
 */
const FLOORS = [
  ['law'],
  ['models', 'engine', 'files', 'records'],
  ['lint', 'site'],
  ['workers'],
  ['web-modeler', 'portal', 'gateway'],
  ['platform'],
];
/** What only one folder may know. */
const ALONE = { '@camunda8/sdk': 'engine', kysely: 'records' };

const floorOf = new Map(FLOORS.flatMap((rooms, floor) => rooms.map((room) => [room, floor])));
const IMPORT = /(?:from|import|import\()\s*'([^']+)'/g;

const imports = [...floorOf.keys()].flatMap((room) =>
  sources(room).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, to = '']) => ({ room, file, to })),
  ),
);

function sources(room: string): string[] {
  const names = readdirSync('.').includes(room) ? readdirSync(room, { recursive: true }) : [];
  return names.map((name) => join(room, String(name))).filter((name) => /\.(tsx?|mjs)$/.test(name));
}

test('every import goes downstairs', () => {
  const upstairs = imports.filter(({ room, file, to }) => {
    if (!to.startsWith('.')) return false;
    const [target = ''] = normalize(join(dirname(file), to)).split('/');
    const floor = floorOf.get(target);
    return target !== room && !(floor !== undefined && floor < (floorOf.get(room) ?? -1));
  });
  expect(upstairs.map(({ file, to }) => `${file} -> ${to}`)).toEqual([]);
});

test.each(Object.entries(ALONE))('%s is known to %s alone', (library, home) => {
  const known = imports.filter(({ room, to }) => to === library && room !== home);
  expect(known.map(({ file }) => file)).toEqual([]);
});
