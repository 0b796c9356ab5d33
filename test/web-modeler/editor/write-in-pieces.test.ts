import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { BpmnModdle, type Model } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { modelFiles } from '../../../models/files.ts';
import { writeInPieces } from '../../../web-modeler/editor/bpmn/write-in-pieces.ts';
import { everyElement } from '../../browser/support/every-element.ts';

const moddle = new BpmnModdle({ zeebe });
const diagrams = (await modelFiles('bpmn')).filter((path) => path.endsWith('.bpmn'));

describe('a diagram written in pieces', () => {
  test.each(diagrams)('%s is the same diagram', async (path) => {
    const source = await readFile(path, 'utf8');
    const pieces = await writeInPieces(moddle, await read(source), async () => true);
    expect(await normal(pieces ?? '')).toBe(await normal(source));
  });

  test('elements with dollar signs and marks in their texts', async () => {
    const source = (await readFile(diagrams[0] ?? '', 'utf8')).replace(
      /(<bpmn:startEvent id="[^"]+") name="[^"]*"/,
      (_, opening) => `${opening} name="$&amp;amp; id=&quot;written-apart-0&quot; $1"`,
    );
    expect(source).toContain('$&amp;amp;');
    const pieces = await writeInPieces(moddle, await read(source), async () => true);
    expect(await normal(pieces ?? '')).toBe(await normal(source));
  });

  test('every kind of element, with a namespace that is declared nowhere yet', async () => {
    const { source } = everyElement('every-element');
    const definitions = await read(source);
    delete definitions.$attrs['xmlns:zeebe'];
    const whole = (await moddle.toXML(definitions, { preamble: true })).xml;
    const pieces = await writeInPieces(moddle, definitions, async () => true);
    expect(whole).toContain('xmlns:zeebe');
    expect(await normal(pieces ?? '')).toBe(await normal(whole));
  });

  test('a change meanwhile ends it', async () => {
    const source = await readFile(diagrams[0] ?? '', 'utf8');
    expect(await writeInPieces(moddle, await read(source), async () => false)).toBeUndefined();
  });

  test('the model itself stays as it was', async () => {
    const source = await readFile(diagrams[0] ?? '', 'utf8');
    const definitions = await read(source);
    const before = (await moddle.toXML(definitions, { preamble: true })).xml;
    await writeInPieces(moddle, definitions, async () => true);
    expect((await moddle.toXML(definitions, { preamble: true })).xml).toBe(before);
  });
});

async function read(source: string): Promise<Model> {
  return (await moddle.fromXML(source)).rootElement as Model;
}

async function normal(source: string): Promise<string> {
  return (await moddle.toXML(await read(source), { preamble: true })).xml;
}
