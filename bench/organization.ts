import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseDocument } from 'yaml';

const SHIPPED = 'config/organization.yaml';

/** About as many as a city has: a new name is compared with the open ones of its own unit. */
const UNITS = Array.from({ length: 100 }, (_, i) => `市直单位${i + 1}`);

/** Writes the shipped organisation with a hundred further agencies of the city. @returns their names */
export function writeLargeOrganization(file: string): string[] {
  const document = parseDocument(readFileSync(SHIPPED, 'utf8'));
  for (const [i, name] of UNITS.entries()) {
    const [id, email] = [`unit${i + 1}`, `unit${i + 1}@jiujiang.example`];
    document.addIn(['units'], { name, type: 'agency', level: 'city', email, supervisor: id });
    document.addIn(['people'], {
      id,
      name: `承办人${i + 1}`,
      body: name,
      position: '经办人',
      email,
    });
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, document.toString({ lineWidth: 0 }));
  return UNITS;
}
