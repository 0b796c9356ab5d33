import { expect, test } from '@jest/globals';
import type { OverrulingRow } from '../../records/index.ts';
import { useRecords } from '../support/use-records.ts';

const use = useRecords();

const overruling = (n: number): OverrulingRow => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  path: 'stage-budget/stage-budget.bpmn',
  rule: 'regulation-table',
  elementId: n === 1 ? null : 'Task_ApproveBudget',
  message: '时限不一致',
  document: `九数办〔2026〕${n}号`,
  person: 'shuju.zhang',
  personName: '张慧敏',
  at: new Date(`2026-03-0${n}T01:00:00Z`),
});
const [one, two] = [overruling(1), overruling(2)];
const now = new Date('2026-03-10T01:00:00Z');

test('those in force come back newest first; one taken back stays on record', async () => {
  for (const row of [one, two, two]) await use.records.keepOverruling(row);
  expect(await use.records.overrulings()).toEqual([two, one]);

  expect(await use.records.revokeOverruling(one.id, 'shuju.liu', now)).toBe(true);
  // A repeated try of the same is told the same; another's comes too late.
  expect(await use.records.revokeOverruling(one.id, 'shuju.liu', now)).toBe(true);
  expect(await use.records.revokeOverruling(one.id, 'shuju.xu', now)).toBe(false);
  expect(await use.records.revokeOverruling(overruling(3).id, 'shuju.xu', now)).toBe(false);
  expect(await use.records.overrulings()).toEqual([two]);
  const { rows } = await use.sql.query(
    'select revoked_by, revoked_at from overrulings order by at',
  );
  expect(rows).toEqual([
    { revoked_by: 'shuju.liu', revoked_at: now },
    { revoked_by: null, revoked_at: null },
  ]);
});
