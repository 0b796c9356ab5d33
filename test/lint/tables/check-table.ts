import type { TableRule } from '../../../lint/rule.ts';
import { readDecisions } from '../../../models/dmn.ts';
import { context } from '../context.ts';

/** What a rule says about every decision of a DMN text: `id message`. */
export async function checkTable(rule: TableRule, source: string): Promise<string[]> {
  const found: string[] = [];
  const { decisions } = await readDecisions(source);
  for (const decision of decisions) {
    rule.check(decision, context(), (id, message) => found.push(`${id} ${message}`));
  }
  return found;
}
