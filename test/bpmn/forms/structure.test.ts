import { basename } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { allComponents, componentOf, formsNamed, readForms } from './read-forms.ts';

const forms = readForms();
const cases = forms.map((form) => [form.schema.id, form] as const);

/** What form-js 1.10, which Tasklist 8.6.0 brings, has of what we use. Later ones have more. */
const KNOWN = new Set([
  'checkbox',
  'checklist',
  'datetime',
  'dynamiclist',
  'expression',
  'group',
  'number',
  'radio',
  'select',
  'table',
  'text',
  'textarea',
  'textfield',
]);
const GRID = 16;

/** Forms of the applicant's own table; every other form shows the project and its history first. */
const APPLICATIONS = ['application-form', 'supplement-materials'];
/** Withdrawing begins with a number, and knows of the project what the records hold. */
const WITHDRAWALS = ['withdrawal-form', 'confirm-withdrawal'];

test('there is a form for the start and for each user task', () => {
  expect(forms.map(({ schema }) => schema.id).sort()).toEqual(formsNamed().sort());
});

describe.each(cases)('form %s', (id, form) => {
  const components = allComponents(form.schema.components);

  test('is named like its file and made for the engine', () => {
    expect(basename(form.file, '.form')).toBe(id);
    expect(form.schema).toMatchObject({
      type: 'default',
      schemaVersion: 16,
      executionPlatform: 'Camunda Cloud',
      executionPlatformVersion: '8.6.0',
    });
  });

  test('uses only what the Tasklist of 8.6.0 can show', () => {
    expect(components.filter(({ type }) => !KNOWN.has(type))).toEqual([]);
  });

  test('has readable ids, each once', () => {
    const ids = components.map((component) => component.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const each of ids) expect(each).toMatch(/^(Field|Text|Table|Group|List)_[A-Za-z_]+$/);
  });

  test('fills no row wider than the grid', () => {
    const rows = new Map<string, number>();
    for (const { layout } of components) {
      if (layout) rows.set(layout.row, (rows.get(layout.row) ?? 0) + (layout.columns ?? GRID));
    }
    expect([...rows].filter(([, width]) => width > GRID)).toEqual([]);
  });

  test('limits every text and every amount', () => {
    for (const { id: field, type, validate } of components) {
      if (type === 'textfield' && validate?.validationType === 'email') continue;
      if (type === 'textfield' || type === 'textarea') {
        expect([field, validate]).toEqual([
          field,
          expect.objectContaining({ maxLength: expect.any(Number) }),
        ]);
      }
      if (type === 'number') {
        expect([field, validate]).toEqual([
          field,
          expect.objectContaining({ min: expect.any(Number) }),
        ]);
      }
    }
  });
});

const ofOneStep = cases.filter(([id]) => ![...APPLICATIONS, ...WITHDRAWALS].includes(id));
describe.each(ofOneStep)('form %s', (_id, form) => {
  test('begins with the same facts, opinions and time limit as every other', () => {
    const reference = forms.find(({ schema }) => schema.id === 'technical-review');
    const opening = (components: typeof form.schema.components) =>
      JSON.stringify(components.slice(0, 3));
    expect(form.schema.components.slice(0, 3).map(({ id }) => id)).toEqual([
      'Group_facts',
      'Group_history',
      'Text_clock',
    ]);
    expect(opening(form.schema.components)).toBe(opening(reference?.schema.components ?? []));
  });

  test('asks for an outcome', () => {
    expect(componentOf(form, 'Field_outcome')).toMatchObject({
      type: 'radio',
      key: 'outcome',
      validate: { required: true },
    });
  });
});

test('both forms of the application ask the same', () => {
  const [start, correction] = APPLICATIONS.map((id) =>
    forms.find(({ schema }) => schema.id === id),
  );
  const asked = (form: typeof start) =>
    form?.schema.components
      .filter(({ key, path }) => path === 'application' || key?.startsWith('application.'))
      .map(({ layout: _layout, ...rest }) => rest);
  expect(asked(start)).toHaveLength(7);
  expect(asked(correction)).toEqual(asked(start));
});
