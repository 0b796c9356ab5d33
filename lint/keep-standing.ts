import type { LintRule } from 'bpmnlint';
import type { Element } from '../models/element.ts';

type Reporter = { report: (id: string | undefined, message: string, extra?: object) => void };
type Check = (element: Element, reporter: Reporter) => unknown;

/** A rule that crashes on an element becomes a finding about that element. */
export function keepStanding(rule: LintRule): LintRule {
  const { check } = rule;
  const phases =
    typeof check === 'function' ? { enter: check } : (check as Record<string, unknown>);
  const guarded = Object.entries(phases).map(([phase, visit]) => [phase, guard(visit as Check)]);
  return { ...rule, check: Object.fromEntries(guarded) };
}

function guard(visit: Check): Check {
  return (element, reporter) => {
    try {
      return visit(element, reporter);
    } catch (error) {
      reporter.report(element.id, crashMessage(error), { crashed: true });
      return undefined;
    }
  };
}

/** What is told when a rule itself breaks. */
export function crashMessage(error: unknown): string {
  return `检查规则自身出错，请报告开发人员：${error instanceof Error ? error.message : error}`;
}
