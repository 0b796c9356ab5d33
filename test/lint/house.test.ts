import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { isLegalRule, rules, rulesOver } from '../../lint/rules.ts';

const FOLDERS = {
  rules: 'diagram',
  decisions: 'decision-file',
  tables: 'table',
  forms: 'form',
  parts: 'part',
} as const;
const kinds = Object.entries(FOLDERS);
const folders = new Map(kinds.map(([folder, kind]) => [kind as string, folder]));

describe('one rule, one name', () => {
  test.each(kinds)('every file of %s is a rule over a %s, listed in index.ts', (folder, kind) => {
    const files = readdirSync(`lint/${folder}`).map((file) => file.replace('.ts', ''));
    const ids = rulesOver(kind).map(({ id }) => id);
    expect(ids.sort()).toEqual(files.sort());
  });

  test.each(rules.map(({ id, kind }) => [id, kind]))(
    '%s over a %s has a page and a test',
    (id, kind) => {
      expect(readFileSync(`lint/docs/${id}.md`, 'utf8')).toMatch(new RegExp(`^# ${id}\n`));
      expect(existsSync(`test/lint/${folders.get(kind)}/${id}.test.ts`)).toBe(true);
    },
  );

  test.each(rulesOver('diagram').map(({ id }) => id))('%s has valid and invalid diagrams', (id) => {
    const diagrams = readdirSync(`test/lint/diagrams/${id}`);
    const valid = diagrams.filter((name) => name.startsWith('valid'));
    expect(valid.length).toBeGreaterThan(0);
    expect(diagrams.length).toBeGreaterThan(valid.length);
  });
});

test.each([
  ['regulation-table', true],
  ['regulation-thresholds', true],
  ['article-named', true],
  ['no-timer-approval', true],
  ['statutory-task', true],
  ['statutory-extension', true],
  ['statutory-reminder', true],
  ['references-exist', false],
  ['label-required', false],
])('a document may overrule what %s finds: %s', (rule, legal) => {
  expect(isLegalRule(rule)).toBe(legal);
});

test('layout that is merely not pretty is a warning, everything else an error', () => {
  const warnings = rules.filter(({ severity }) => severity === 'warning');
  expect(warnings.map(({ id }) => id)).toEqual(['tidy-layout']);
});
