import type { Finding } from './finding.ts';
import { crashMessage } from './keep-standing.ts';
import type { Report } from './rule.ts';

/** A finding whose file the caller knows. */
export type Told = Omit<Finding, 'file'>;

/** Calls every rule and collects what it tells; a rule that crashes becomes a finding. */
export function applyRules<Rule>(
  rules: Record<string, Rule>,
  call: (rule: Rule, report: Report) => void,
): Told[] {
  return Object.entries(rules).flatMap(([name, rule]) => {
    const told: Told[] = [];
    try {
      call(rule, (id, message) => told.push(error(name, id, message)));
    } catch (reason) {
      told.push(error(name, undefined, crashMessage(reason)));
    }
    return told;
  });
}

/** A finding that stops the models from being deployed. */
export function error(rule: string, id: string | undefined, message: string): Told {
  return { rule, severity: 'error', ...(id !== undefined && { id }), message };
}
