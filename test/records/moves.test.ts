import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from '@jest/globals';
import type { NewMove } from '../../records/index.ts';
import { useRecords } from '../support/use-records.ts';

const use = useRecords();
const at = new Date('2026-03-02T01:00:00Z');
const later = new Date('2026-03-02T01:00:05Z');

function aMove(some: Partial<NewMove> = {}): NewMove {
  return {
    id: randomUUID(),
    processId: 'stage-budget',
    fromVersion: 1,
    toVersion: 2,
    document: '九数办〔2026〕15号',
    instances: ['11', '12'],
    changedBy: ['wang'],
    person: 'li',
    personName: '李发布',
    at,
    ...some,
  };
}

beforeEach(() => use.sql.query('truncate moves'));

test('a move is kept before and after, once, with its document', async () => {
  const move = aMove();
  await use.records.beginMove(move);
  await use.records.beginMove({ ...move, document: '九数办〔2026〕16号' });
  expect(await use.records.moves('stage-budget')).toEqual([{ ...move, ended: null }]);
  const outcome = { moved: ['11'], stayed: [{ instance: '12', reason: '刚好有人在办理。' }] };
  await use.records.endMove(move.id, later, outcome);
  await use.records.endMove(move.id, at, { moved: [], stayed: [] });
  expect(await use.records.moves('stage-budget')).toEqual([
    { ...move, ended: { at: later, ...outcome } },
  ]);
});

test('the newest is told first, and only of the process asked for', async () => {
  const [one, other] = [aMove(), aMove({ at: later })];
  await use.records.beginMove(one);
  await use.records.beginMove(other);
  await use.records.beginMove(aMove({ processId: 'approval-small' }));
  expect((await use.records.moves('stage-budget')).map(({ id }) => id)).toEqual([other.id, one.id]);
});

test('not by who submitted one of the changes', async () => {
  await expect(use.records.beginMove(aMove({ changedBy: ['wang', 'li'] }))).rejects.toThrow(
    'moves_two_persons',
  );
});
