import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sessionSecret } from '../../site/server/sign-in/sessions.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a secret is made once, for nobody else to read', async () => {
  const file = join(folder, 'site/secret');
  const made = await sessionSecret(file, join(folder, 'before'));
  expect(made).toMatch(/^[0-9a-f]{96}$/);
  expect(await sessionSecret(file, join(folder, 'before'))).toBe(made);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('one of an earlier release is moved to its new place', async () => {
  const [before, file] = [join(folder, 'before'), join(folder, 'now')];
  writeFileSync(before, 'a'.repeat(96));
  expect(await sessionSecret(file, before)).toBe('a'.repeat(96));
  expect(readFileSync(file, 'utf8')).toBe('a'.repeat(96));
  expect(existsSync(before)).toBe(false);
});

test('one that was kept in the same place stays', async () => {
  const file = join(folder, 'secret');
  writeFileSync(file, 'b'.repeat(96));
  expect(await sessionSecret(file, file)).toBe('b'.repeat(96));
  expect(existsSync(file)).toBe(true);
});
