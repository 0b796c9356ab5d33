import { asItIs, type Rule } from '../rule.ts';

/** What Operate's pages read. */
export const operateReads: Rule[] = [
  asItIs('GET', '/api/authentications/user'),
  asItIs('GET', '/api/process-instances/core-statistics'),
  asItIs('GET', '/api/incidents/byError'),
  asItIs('GET', '/api/incidents/byProcess'),
  asItIs('POST', '/api/batch-operations'),
  asItIs('GET', '/api/operations'),
  asItIs('GET', '/api/processes/grouped'),
  asItIs('POST', '/api/processes/grouped'),
  asItIs('GET', '/api/processes/{id}'),
  asItIs('GET', '/api/processes/{id}/xml'),
  asItIs('GET', '/api/decisions/grouped'),
  asItIs('POST', '/api/decisions/grouped'),
  asItIs('GET', '/api/decisions/{id}/xml'),
  asItIs('POST', '/api/process-instances'),
  asItIs('POST', '/api/process-instances/statistics'),
  asItIs('GET', '/api/process-instances/{id}'),
  asItIs('GET', '/api/process-instances/{id}/incidents'),
  asItIs('GET', '/api/process-instances/{id}/sequence-flows'),
  asItIs('POST', '/api/process-instances/{id}/flow-node-metadata'),
  asItIs('GET', '/api/process-instances/{id}/flow-node-states'),
  asItIs('POST', '/api/process-instances/{id}/listeners'),
  asItIs('GET', '/api/process-instances/{id}/statistics'),
  asItIs('POST', '/api/process-instances/{id}/variables'),
  asItIs('GET', '/api/process-instances/{id}/variables/{variableId}'),
  asItIs('POST', '/api/flow-node-instances'),
  asItIs('POST', '/api/decision-instances'),
  asItIs('GET', '/api/decision-instances/{id}'),
  asItIs('GET', '/api/decision-instances/{id}/drd-data'),
];

/**
 * What Operate's pages change: each with a reason, and in the audit list. Deleting a definition is not among them: models
 * are taken back where they are published, by two persons.
 */
export const operateChanges: Rule[] = [
  asItIs('POST', '/api/process-instances/{id}/operation'),
  asItIs('POST', '/api/process-instances/batch-operation'),
  asItIs('POST', '/api/process-instances/{id}/modify'),
];
