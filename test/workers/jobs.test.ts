import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { handlers } from '../../workers/jobs.ts';
import { modelsFolder } from './support/builders.ts';

const types = handlers.map(({ type }) => type);

test('every job type of the models has a handler', () => {
  const models = readdirSync(modelsFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[^/]+\/[^/]+\.bpmn$/.test(name))
    .map((name) => readFileSync(join(modelsFolder, name), 'utf8'));
  const wanted = models.flatMap((model) => [
    ...model.matchAll(/<zeebe:(?:taskDefinition|executionListener)\b[^>]*\btype="([^"]+)"/g),
  ]);
  const named = new Set(wanted.map(([, type]) => type));
  expect(named.size).toBeGreaterThan(0);
  expect([...named].filter((type) => !types.includes(type ?? ''))).toEqual([]);
});

test('every handler stands in the folder of its name', () => {
  const missing = types.filter(
    (type) => !existsSync(join(modelsFolder, '..', 'workers', type, 'index.ts')),
  );
  expect(missing).toEqual([]);
  expect(new Set(types).size).toBe(types.length);
});
