import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { rules } from '../../../../law/application/checks/index.ts';
import type { Rule } from '../../../../law/application/checks/rule.ts';

const FOLDER = new URL('../../../../law/application/checks/', import.meta.url);

test('every rule of the folder is applied, once', async () => {
  const files = readdirSync(FOLDER).filter((file) => !['index.ts', 'rule.ts'].includes(file));
  const modules = await Promise.all(
    files.map(async (file) => (await import(new URL(file, FOLDER).href)) as Record<string, Rule>),
  );
  const written = modules.flatMap((module) => Object.values(module));
  expect(written.length).toBeGreaterThan(10);
  expect(new Set(rules)).toEqual(new Set(written));
  expect(rules).toHaveLength(written.length);
});

test('every rule names its article', () => {
  for (const { article } of rules) expect(article).toMatch(/^(第[一二三四五六七八九十]+条|附件2)/);
});
