import { rulesOver } from './rules.ts';

/** The name our rules have in bpmnlint's configuration. */
export const PLUGIN = 'digital-projects';

const LEVELS = { error: 'error', warning: 'warn' };

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
        rulesOver('diagram').map(({ id, severity }) => [`${PLUGIN}/${id}`, LEVELS[severity]]),
      ),
    },
  },
  engines: ['camunda-cloud-8-6', 'camunda-cloud-8-9', 'camunda-cloud-8-10'],
};
