import type { Facts, Rule } from '../../../../law/application/checks/rule.ts';
import { type Draft, draftOf } from '../../../../law/application/index.ts';
import type { UnitFacts } from '../../../../law/application/units.ts';
import { exampleApplication } from '../example.ts';

const UNITS: UnitFacts[] = [
  { name: '市教育局', type: 'agency', level: 'city' },
  { name: '九江城投集团', type: 'soe', level: 'city' },
  { name: '修水县教育局', type: 'agency', level: 'county', county: '修水县' },
];

/** A small world around the example application. */
export function exampleFacts(changes: Partial<Facts> = {}): Facts {
  return {
    today: '2026-09-01',
    unit: (name) => UNITS.find((unit) => unit.name === name),
    counties: ['修水县', '武宁县'],
    openProjects: [],
    ...changes,
  };
}

export function exampleDraft(changes: Record<string, unknown> = {}): Draft {
  return draftOf(exampleApplication(changes));
}

/** What the rule finds in the example application with these changes. */
export function findings(rule: Rule, changes: Record<string, unknown>, facts: Partial<Facts> = {}) {
  return rule.check(exampleDraft(changes), exampleFacts(facts));
}
