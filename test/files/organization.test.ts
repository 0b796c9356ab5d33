import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { followDirectory } from '../../files/organization.ts';

const folder = mkdtempSync(join(tmpdir(), 'organisation-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'organization.yaml');
const lines: string[] = [];
const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });

const organization = (unit: string) => `
office: 市发改委
bodies: [{ name: 市发改委, kind: city, email: b@x.example, supervisor: li }]
units: [{ name: ${unit}, type: agency, level: city, email: u@x.example, supervisor: li }]
people:
  - { id: li, name: 李, body: 市发改委, position: 负责人, email: li@x.example }
  - { id: wu, name: 吴, body: ${unit}, position: 经办人, email: wu@x.example }
`;

beforeEach(() => {
  lines.length = 0;
  writeFileSync(file, organization('市教育局'));
});

test('an edit counts at the next look', () => {
  const directory = followDirectory(file, log);
  expect(directory().unitNames()).toEqual(['市教育局']);
  expect(directory()).toBe(directory());

  writeFileSync(file, organization('市交通运输局'));
  expect(directory().unitNames()).toEqual(['市交通运输局']);
});

test('a faulty edit is logged once and the last good content stays, until it is mended', () => {
  const directory = followDirectory(file, log);
  writeFileSync(
    file,
    organization('市教育局').replace('supervisor: li }]\nunits', 'supervisor: xx }]\nunits'),
  );
  expect(directory().unitNames()).toEqual(['市教育局']);
  directory();
  expect(lines.filter((line) => line.includes('负责人“xx”没有列在 people 中'))).toHaveLength(1);

  rmSync(file);
  expect(directory().unitNames()).toEqual(['市教育局']);
  writeFileSync(file, organization('市水利局'));
  expect(directory().unitNames()).toEqual(['市水利局']);
});

test('a file that is faulty from the start is refused', () => {
  writeFileSync(file, 'office: 1');
  expect(() => followDirectory(file, log)).toThrow(/office/);
});
