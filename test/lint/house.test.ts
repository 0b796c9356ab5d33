import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { diagramRules } from '../../lint/diagram-rules.ts';
import { decisionFileRules, formRules, tableRules } from '../../lint/file-rules.ts';

const kinds = Object.entries({
  rules: diagramRules,
  decisions: decisionFileRules,
  tables: tableRules,
  forms: formRules,
});

describe('one rule, one name', () => {
  test.each(kinds)('every file of %s is a rule', (kind, rules) => {
    const files = readdirSync(`lint/${kind}`).map((file) => file.replace('.ts', ''));
    expect(files.sort()).toEqual(Object.keys(rules).sort());
  });

  test.each(
    kinds.flatMap(([kind, rules]) => Object.keys(rules).map((rule) => [rule, kind] as const)),
  )('%s has a page and a test', (rule, kind) => {
    expect(readFileSync(`lint/docs/${rule}.md`, 'utf8')).toMatch(new RegExp(`^# ${rule}\n`));
    expect(existsSync(`test/lint/${kind}/${rule}.test.ts`)).toBe(true);
  });

  test.each(Object.keys(diagramRules))('%s has valid and invalid diagrams', (rule) => {
    const diagrams = readdirSync(`test/lint/diagrams/${rule}`);
    const valid = diagrams.filter((name) => name.startsWith('valid'));
    expect(valid.length).toBeGreaterThan(0);
    expect(diagrams.length).toBeGreaterThan(valid.length);
  });
});
