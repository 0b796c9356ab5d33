import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { documentFields } from '../../law/documents.ts';

type Component = { key?: string; components?: Component[] };

const files = readdirSync('bpmn', { recursive: true }).map((name) => join('bpmn', String(name)));
const forms = new Map<string, string[]>(
  files
    .filter((file) => file.endsWith('.form'))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')))
    .map((form) => [form.id, keysOf(form)]),
);
const TASK = /<bpmn:userTask id="([^"]+)"[\s\S]*?formId="([^"]+)"/g;
/** The keys of each step's form. */
const steps = files
  .filter((file) => file.endsWith('.bpmn'))
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(TASK)])
  .map(([, step = '', form = '']) => ({ step, keys: forms.get(form) ?? [] }));

function keysOf({ key, components = [] }: Component): string[] {
  return [...(key ? [key] : []), ...components.flatMap(keysOf)];
}

test('every number of a document that a form asks for goes into the dossier', () => {
  // Rows of lists inside the application are kept with its versions.
  const asked = steps
    .filter(({ step }) => step !== 'Task_SupplementMaterials')
    .flatMap(({ step, keys }) =>
      keys.filter((key) => /(Document|Number)$/.test(key)).map((key) => `${step} ${key}`),
    );
  const kept = Object.entries(documentFields).flatMap(([step, fields]) =>
    fields.map(({ number }) => `${step} ${number}`),
  );
  expect([...new Set(asked)].sort()).toEqual(kept.sort());
});

test('every key that is read for the dossier is one of the form', () => {
  for (const [step, fields] of Object.entries(documentFields)) {
    const { keys = [] } = steps.find((one) => one.step === step) ?? {};
    const read = fields.flatMap(({ date, fixes = [] }) => [...(date ? [date] : []), ...fixes]);
    expect(keys).toEqual(expect.arrayContaining(read));
  }
});
