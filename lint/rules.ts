import * as declared from './index.ts';
import type { Rule } from './rule.ts';

/** All our rules, as each declares itself. */
export const rules: readonly Rule[] = Object.values(declared);

/** Those over one kind of thing. */
export function rulesOver<Kind extends Rule['kind']>(kind: Kind): Extract<Rule, { kind: Kind }>[] {
  return rules.filter((rule): rule is Extract<Rule, { kind: Kind }> => rule.kind === kind);
}

/**
 * Whether a rule guards what the law says. Only its findings may be overruled, by a document: the others say that a
 * model would not work.
 */
export function isLegalRule(id: string): boolean {
  return rules.some((rule) => rule.id === id && rule.legal);
}
