import { beforeEach, expect, test } from '@jest/globals';
import { operateRules } from '../../gateway/operate/rules.ts';
import { useRecords } from '../support/use-records.ts';
import { directory } from '../workers/support/builders.ts';
import { aCamunda, asker } from './asked.ts';

const use = useRecords();

const ROOT = '2251799813685363';
const CALLED = '2251799813685499';
const INSTANCES = {
  [`/api/process-instances/${ROOT}`]: { rootInstanceId: null },
  [`/api/process-instances/${CALLED}`]: { rootInstanceId: ROOT },
};
const NOW = new Date('2031-09-08T14:59:58+08:00');
const headers = { 'x-change-reason': encodeURIComponent('申报单位来函撤销') };
const OPERATION = 'POST /api/process-instances/{id}/operation';
const MODIFY = 'POST /api/process-instances/{id}/modify';

beforeEach(async () => {
  await use.sql.query('truncate operator_changes, cancellations');
});

function operate(refused: Record<string, number> = {}) {
  const { asked, ask } = aCamunda(INSTANCES, refused);
  const rules = operateRules({ exactly: async () => NOW, records: use.records });
  const operator = directory.person('data.zhang');
  if (operator === undefined) throw new Error('nobody');
  const call = asker(rules, ask);
  return {
    asked,
    change: (rule: string, id: string, body: object) =>
      call(operator, rule, { params: { id }, body, headers }),
  };
}

const CANCEL = { operationType: 'CANCEL_PROCESS_INSTANCE' };

test('a cancellation is kept with who, when and why, and sent on', async () => {
  const { asked, change } = operate();
  expect(await change(OPERATION, ROOT, CANCEL)).toMatchObject({ status: 200 });
  expect(asked.at(-1)).toEqual({
    ...{ method: 'POST', path: `/api/process-instances/${ROOT}/operation`, body: CANCEL },
  });
  expect(await use.records.changesBelow(ROOT)).toMatchObject([
    {
      ...{ at: NOW, person: 'data.zhang', instance: ROOT, rootInstance: ROOT },
      ...{ operation: 'cancel', takes: [], reason: '申报单位来函撤销' },
    },
  ]);
});

test('moved tokens of a called process are kept below its root, with where they were taken', async () => {
  const modifications = [
    { modification: 'MOVE_TOKEN', fromFlowNodeId: 'Task_A', toFlowNodeId: 'Task_B' },
    { modification: 'CANCEL_TOKEN', fromFlowNodeInstanceKey: '77' },
    { modification: 'ADD_TOKEN', toFlowNodeId: 'Task_C' },
  ];
  await operate().change(MODIFY, CALLED, { modifications });
  expect(await use.records.changesBelow(ROOT)).toMatchObject([
    { operation: 'modify', instance: CALLED, rootInstance: ROOT, takes: ['Task_A', '77'] },
  ]);
});

test('what Operate refuses is not kept', async () => {
  const { change } = operate({ [`/api/process-instances/${ROOT}/operation`]: 400 });
  expect(await change(OPERATION, ROOT, CANCEL)).toMatchObject({ status: 400 });
  expect(await use.records.changesBelow(ROOT)).toEqual([]);
});

test('an instance that Operate does not show is not changed', async () => {
  const { asked, change } = operate();
  expect(await change(OPERATION, '1', CANCEL)).toMatchObject({ status: 404 });
  expect(asked).toHaveLength(1);
  expect(await use.records.changesBelow('1')).toEqual([]);
});

test.each([
  ['deleting', OPERATION, { operationType: 'DELETE_PROCESS_INSTANCE' }, 'operation-closed'],
  [
    'cancelling many',
    'POST /api/process-instances/batch-operation',
    { ...CANCEL, query: {} },
    'operation-closed',
  ],
  [
    'a variable whose name is too long',
    OPERATION,
    { operationType: 'ADD_VARIABLE', variableName: '字'.repeat(34), variableValue: '1' },
    'bad-request',
  ],
  [
    'such a variable beside moved tokens',
    MODIFY,
    {
      modifications: [
        { modification: 'ADD_VARIABLE', scopeKey: '7', variables: { ['n'.repeat(101)]: '1' } },
      ],
    },
    'bad-request',
  ],
])('%s reaches neither Operate nor the records', async (_what, rule, body, code) => {
  const { asked, change } = operate();
  await expect(change(rule, ROOT, body)).rejects.toMatchObject({ code });
  expect(asked).toEqual([]);
  expect(await use.records.changesBelow(ROOT)).toEqual([]);
});
