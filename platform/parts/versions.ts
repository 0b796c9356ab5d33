import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const POM = fileURLToPath(new URL('../pom.xml', import.meta.url));

export type PartName = 'camunda' | 'opensearch';

/** The version of a part, as platform/pom.xml has it. */
export function versionOf(part: PartName): string {
  const match = new RegExp(`<${part}.version>([^<]+)<`).exec(readFileSync(POM, 'utf8'));
  if (match?.[1] === undefined) throw new Error(`${POM} has no ${part}.version`);
  return match[1];
}
