import { diagramRules } from './diagram-rules.ts';

/** The name our rules have in bpmnlint's configuration. */
export const PLUGIN = 'digital-projects';

// Layout that is merely not pretty; every other rule of ours keeps the law or keeps the engine running.
const WARNINGS = new Set(['tidy-layout']);

/**
 * The one configuration of command line, server and browser. Diagrams pass it once with our rules, and
 * once for each engine version they are to run on: bpmnlint would otherwise keep only the last of two
 * versions of the same rule.
 */
export const config = {
  rules: {
    extends: 'bpmnlint:recommended',
    rules: {
      'no-overlapping-elements': 'error',
      // A step is entered from the way forward, from a hand-back and from its void loop alike.
      'fake-join': 'off',
      // The same error or escalation is thrown in one diagram and caught in another.
      global: 'off',
      ...Object.fromEntries(
        Object.keys(diagramRules).map((name) => [
          `${PLUGIN}/${name}`,
          WARNINGS.has(name) ? 'warn' : 'error',
        ]),
      ),
    },
  },
  engines: ['camunda-cloud-8-6', 'camunda-cloud-8-9'],
};
