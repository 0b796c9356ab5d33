import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { OperatorOperation, Records } from '../../records/index.ts';
import type { Answer } from '../camunda/upstream.ts';
import { answered, isGood } from '../read.ts';
import { Refusal } from '../refusal.ts';
import { type AskOn, asItIs, filled, type Request, type Rule } from '../rule.ts';
import { changeIn, checkNames } from './change.ts';
import { REASON_HEADER, reasonOf } from './reason.ts';

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

/** What an operator may do with one project, by its name at Operate; deleting its history is nobody's. */
const ONE: Record<string, OperatorOperation> = {
  RESOLVE_INCIDENT: 'retry',
  CANCEL_PROCESS_INSTANCE: 'cancel',
  ADD_VARIABLE: 'variable',
  UPDATE_VARIABLE: 'variable',
};
/** What may be done with many at once: what goes wrong there goes wrong many times. */
const MANY = ['RESOLVE_INCIDENT'];

const instanceSchema = z.looseObject({ rootInstanceId: z.string().nullish() });

/** What the door to Operate keeps. */
export type OperateWorld = {
  /** By the engine's clock, to the moment. */
  exactly: () => Promise<Date>;
  records: Pick<Records, 'keepChange' | 'dropChange'>;
};

/**
 * The calls of Operate's pages that are let through. What they change has a reason, is in the audit list, and is kept by
 * its instance: whoever finds a project cancelled finds who did it. Deleting a definition is not among them: models
 * are taken back where they are published, by two persons.
 */
export function operateRules(world: OperateWorld): Rule[] {
  return [
    ...reads,
    {
      method: 'POST',
      path: '/api/process-instances/{id}/operation',
      changes: '流程监控：变更',
      async answer(request, ask) {
        const operation = ONE[changeIn(request.body).operationType];
        if (operation === undefined) throw closed();
        return kept(operation, request, ask, '/api/process-instances/{id}/operation');
      },
    },
    {
      method: 'POST',
      path: '/api/process-instances/batch-operation',
      changes: '流程监控：变更',
      async answer({ body }, ask) {
        if (!MANY.includes(changeIn(body).operationType)) throw closed();
        return ask({ method: 'POST', path: '/api/process-instances/batch-operation', body });
      },
    },
    {
      method: 'POST',
      path: '/api/process-instances/{id}/modify',
      changes: '流程监控：移动流程',
      answer: (request, ask) => kept('modify', request, ask, '/api/process-instances/{id}/modify'),
    },
  ];

  /** Keeps the change, sends it on, and forgets it where Operate refuses it. */
  async function kept(
    operation: OperatorOperation,
    { person, params, body, header }: Request,
    ask: AskOn,
    path: string,
  ): Promise<Answer> {
    checkNames(body);
    const instance = params.id ?? '';
    const found = await ask({
      method: 'GET',
      path: filled('/api/process-instances/{id}', params),
    });
    if (!isGood(found)) return found;
    const { what, takes } = changeIn(body);
    const id = randomUUID();
    await world.records.keepChange({
      ...{ id, instance, operation, what, takes },
      at: await world.exactly(),
      person: person.id,
      personName: person.name,
      rootInstance: answered(instanceSchema, found).rootInstanceId ?? instance,
      reason: reasonOf(header(REASON_HEADER)) ?? '',
    });
    const answer = await ask({ method: 'POST', path: filled(path, params), body });
    if (!isGood(answer)) await world.records.dropChange(id);
    return answer;
  }
}

function closed(): Refusal {
  return new Refusal(
    'operation-closed',
    403,
    '这项操作没有开放：批量操作只能重试故障，流程实例和定义不能删除。请逐个办理，或在模型管理中处理。',
  );
}
