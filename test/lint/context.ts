import { readFileSync } from 'node:fs';
import { readRegulation } from '../../law/regulation.ts';
import type { Context } from '../../lint/rule.ts';

/** What stands around the diagrams of the tests. */
export const surroundings = {
  notices: ['stage-review/start-notice', 'common/void-completion'],
  jobTypes: ['open-task', 'close-task', 'remind', 'notify'],
  noticeReads: {},
};

/** The real regulation, and a small house of models. */
export function context(): Context {
  return {
    regulation: readRegulation(readFileSync('law/regulation.yaml', 'utf8')),
    models: {
      ...surroundings,
      processes: ['stage-budget'],
      decisions: ['approval-route'],
      forms: ['review', 'application'],
      startForms: ['application'],
      userTasks: [],
      parts: [],
      partsPlaced: [],
      outputs: {},
      decisionReads: {},
      formReads: {},
      takenOver: {},
      called: [],
    },
  };
}
