import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { asItIs, type Rule } from '../rule.ts';

/** What Operate's pages read. */
const reads: Rule[] = [
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

const RETRY = 'RESOLVE_INCIDENT';
const operationSchema = z.looseObject({ operationType: z.string() });
/** What an operator may do with one project; deleting its history is nobody's. */
const ONE = [RETRY, 'CANCEL_PROCESS_INSTANCE', 'ADD_VARIABLE', 'UPDATE_VARIABLE'];
/** What may be done with many at once: what goes wrong there goes wrong many times. */
const MANY = [RETRY];

/**
 * What Operate's pages change: each with a reason, and in the audit list. Deleting a definition is not among them: models
 * are taken back where they are published, by two persons.
 */
const changes: Rule[] = [
  operation('/api/process-instances/{id}/operation', ONE),
  operation('/api/process-instances/batch-operation', MANY),
  { ...asItIs('POST', '/api/process-instances/{id}/modify'), changes: '流程监控：移动流程' },
];

export const operateRules: Rule[] = [...reads, ...changes];

/** A change of one of these types. */
function operation(path: string, types: string[]): Rule {
  const rule = asItIs('POST', path);
  return {
    ...rule,
    changes: '流程监控：变更',
    async answer(request, ask) {
      const type = operationSchema.safeParse(request.body).data?.operationType ?? '';
      if (types.includes(type)) return rule.answer(request, ask);
      throw new Refusal(
        'operation-closed',
        403,
        '这项操作没有开放：批量操作只能重试故障，流程实例和定义不能删除。请逐个办理，或在模型管理中处理。',
      );
    },
  };
}
