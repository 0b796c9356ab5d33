import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseDocument } from 'yaml';
import { TEST_DATA_FOLDER } from './world.ts';

/** Lies with the data, because a test mends it as an operator would. */
export const TEST_ORGANIZATION = `${TEST_DATA_FOLDER}/organization.yaml`;

const SHIPPED = 'config/organization.yaml';

// Both hold wherever the tests' clock may stand: one absence lasts, one is over.
const SUBSTITUTES = [
  { absent: 'dangan.shi', substitute: 'shenji.ren', from: '2026-01-01', to: '2039-12-31' },
  { absent: 'wangxin.peng', substitute: 'gongan.jin', from: '2026-01-01', to: '2026-01-31' },
];

/** The shipped organisation with the substitutes the tests speak of. */
export function writeTestOrganization(file = TEST_ORGANIZATION): void {
  const document = parseDocument(readFileSync(SHIPPED, 'utf8'));
  for (const substitute of SUBSTITUTES) document.addIn(['substitutes'], substitute);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, document.toString({ lineWidth: 0 }));
}
