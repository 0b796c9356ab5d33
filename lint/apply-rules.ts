import type { Finding } from './finding.ts';
import { crashMessage } from './keep-standing.ts';
import type { Report, Rule } from './rule.ts';

/** A finding whose file the caller knows, unless it is about another one: the common part a form was filled with. */
export type Told = Omit<Finding, 'file'> & { file?: string };

/** Calls every rule and collects what it tells; a rule that crashes becomes a finding. */
export function applyRules<R extends Rule>(
  rules: R[],
  call: (rule: R, report: Report) => void,
): Told[] {
  return rules.flatMap((rule) => {
    const told: Told[] = [];
    try {
      call(rule, (id, message) => told.push(finding(rule, id, message)));
    } catch (reason) {
      told.push(finding({ ...rule, severity: 'error' }, undefined, crashMessage(reason)));
    }
    return told;
  });
}

/** What a rule tells of one element. */
export function finding(
  { id: rule, severity, legal }: Pick<Rule, 'id' | 'severity' | 'legal'>,
  id: string | undefined,
  message: string,
): Told {
  return { rule, severity, ...(legal && { legal }), ...(id !== undefined && { id }), message };
}

/** A finding of no rule that stops the models from being deployed. */
export function error(rule: string, message: string): Told {
  return { rule, severity: 'error', message };
}
