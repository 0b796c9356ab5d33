import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { modelFiles } from '../../../models/files.ts';
import { changesBetween } from '../../../web-modeler/changes/index.ts';

const files = (await modelFiles('bpmn')).map((path) => ({
  path: path.slice('bpmn/'.length),
  source: readFileSync(path, 'utf8'),
}));

/** Where a file holds an attribute's value or an element's text, outside of the drawing. */
function places(source: string): [from: number, to: number][] {
  const drawing = source.search(/<(bpmndi:BPMNDiagram|dmndi:DMNDI)/);
  const spots = source.matchAll(/(?<=\s[\w:]+=")[^"<]*(?=")|(?<=>)[^<>]*[^<>\s][^<>]*(?=<\/)/g);
  return [...spots]
    .filter(({ index, 0: text }) => {
      const before = source.slice(0, index);
      const isNamespace = /xmlns(:\w+)?="$/.test(before) || text.startsWith('http');
      return (drawing === -1 || index < drawing) && index > 60 && !isNamespace;
    })
    .map(({ index, 0: text }) => [index, index + text.length]);
}

const xml = files.filter(({ path }) => !path.endsWith('.form'));
const forms = files.filter(({ path }) => path.endsWith('.form'));

const oneOf = <T>(items: T[]) => fc.constantFrom(...items);

describe('nothing goes unnoticed', () => {
  test('an edit of any attribute or text of a diagram or table is told as more than a move', async () => {
    const edit = oneOf(xml).chain(({ path, source }) =>
      fc.record({
        path: fc.constant(path),
        source: fc.constant(source),
        place: oneOf(places(source)),
        by: fc.stringMatching(/^[a-zA-Z0-9一-十 ]{1,8}$/).filter((text) => text.trim() !== ''),
      }),
    );
    await fc.assert(
      fc.asyncProperty(edit, async ({ path, source, place: [from, to], by: words }) => {
        // Any word but "true" is false to a yes-or-no attribute, for the engine as for us.
        const by = source.slice(from, to) === 'false' ? 'true' : words;
        const after = `${source.slice(0, from)}${by}${source.slice(to)}`;
        fc.pre(after !== source);
        const changes = await changesBetween(path, source, after);
        const place = source.slice(source.lastIndexOf('<', from), to);
        // What is listed as coming in or going out is told by the flows; alone it means nothing.
        fc.pre(!/^<bpmn:(incoming|outgoing)>/.test(place));
        expect(changes.filter(({ kind }) => kind !== 'layout').length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('an edit of any value of a form is told', async () => {
    const edit = oneOf(forms).chain(({ path, source }) =>
      fc.record({
        path: fc.constant(path),
        source: fc.constant(source),
        place: oneOf([...source.matchAll(/(?<=: )("(?:[^"\\]|\\.)*"|\d+|true|false)/g)]),
        by: fc.oneof(fc.stringMatching(/^[a-z一-十]{1,8}$/), fc.integer(), fc.boolean()),
      }),
    );
    await fc.assert(
      fc.asyncProperty(edit, async ({ path, source, place, by }) => {
        const from = place.index;
        const after = `${source.slice(0, from)}${JSON.stringify(by)}${source.slice(from + place[0].length)}`;
        fc.pre(after !== source);
        const changes = await changesBetween(path, source, after);
        expect(changes.length).toBeGreaterThan(0);
        expect(changes.some(({ sentence }) => sentence.includes('文件格式'))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('any edit of any character is told', async () => {
    const edit = oneOf(files).chain(({ path, source }) =>
      fc.record({
        path: fc.constant(path),
        source: fc.constant(source),
        from: fc.nat(source.length - 1),
        length: fc.nat(40),
        by: fc.string({ maxLength: 12 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(edit, async ({ path, source, from, length, by }) => {
        const after = `${source.slice(0, from)}${by}${source.slice(from + length)}`;
        const changes = await changesBetween(path, source, after);
        expect(changes.length > 0).toBe(after !== source);
        expect(changes.every((change) => change.path === path && change.sentence !== '')).toBe(
          true,
        );
      }),
      { numRuns: 60 },
    );
  });

  test.each(files.map(({ path, source }) => [path, source]))(
    '%s as it is: nothing',
    async (path, source) => {
      expect(await changesBetween(path, source, source)).toEqual([]);
      const again = source.replaceAll(/\r?\n/g, '\n');
      expect(await changesBetween(path, source, `${again}`)).toEqual([]);
    },
  );
});
