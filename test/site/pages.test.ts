import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { clientPages } from '../../site/server/pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'pages-'));
const PAGE = '<meta name="base" content="{{base}}"><script src="{{base}}/assets/main.js"></script>';
const AT_THE_TOP = '<meta name="base" content=""><script src="/assets/main.js"></script>';
const BELOW =
  '<meta name="base" content="/modeler"><script src="/modeler/assets/main.js"></script>';

const site = express().use(clientPages(folder));
const pageFor = async (prefix: string | undefined) => {
  const asking = supertest(site).get('/submissions/1');
  return (await (prefix === undefined ? asking : asking.set('X-Forwarded-Prefix', prefix))).text;
};

beforeAll(() => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'assets/main.js'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('lie at the top when nobody says otherwise, and below the path a proxy took off', async () => {
  expect(await pageFor(undefined)).toBe(AT_THE_TOP);
  expect(await pageFor('/modeler')).toBe(BELOW);
});

test.each([
  '//elsewhere.cn',
  '/a/../b',
  '/"><script>',
  'modeler',
  '/',
  '/modeler, /other',
  'https://x.cn',
])('ignore a path that is none: %s', async (prefix) =>
  expect(await pageFor(prefix)).toBe(AT_THE_TOP),
);

test('are asked for again each time, for each path apart; what has a hash is kept', async () => {
  const { headers } = await supertest(site).get('/');
  expect(headers['cache-control']).toBe('no-cache');
  expect(headers.vary).toContain('X-Forwarded-Prefix');
  await supertest(site)
    .get('/')
    .set('If-None-Match', headers.etag ?? '')
    .expect(304);
  const script = await supertest(site).get('/assets/main.js');
  expect(script.headers['cache-control']).toContain('immutable');
  await supertest(site).get('/assets/before.js').expect(404);
});
