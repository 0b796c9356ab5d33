import { expect, test } from '@jest/globals';
import type { AuditLine } from '../../records/index.ts';
import { useRecords } from '../support/use-records.ts';

const use = useRecords();

const aLine = (n: number, some: Partial<AuditLine> = {}): AuditLine => ({
  request: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  at: new Date('2026-03-10T01:00:00Z'),
  person: 'shuju.zhang',
  personName: '张慧敏',
  action: 'saveModel',
  actionWords: '保存模型',
  wing: 'web-modeler',
  target: `${n}`,
  from: '10.0.0.1',
  result: 'ok',
  ...some,
});

test('lines come back newest first, page by page; the same one twice is one', async () => {
  for (const n of [1, 2, 3, 4, 5]) await use.records.keepAudit(aLine(n));
  await use.records.keepAudit(aLine(5, { result: 'conflict' }));
  const first = await use.records.audit(undefined, 2);
  expect(first.map(({ target, result }) => [target, result])).toEqual([
    ['5', 'ok'],
    ['4', 'ok'],
  ]);
  const { request: _, ...kept } = aLine(5);
  expect(first[0]).toEqual({ ...kept, id: expect.stringMatching(/^\d+$/) });
  const rest = await use.records.audit(first[1]?.id, 10);
  expect(rest.map(({ target }) => target)).toEqual(['3', '2', '1']);
});

test('the lines of one wing are told without the others’', async () => {
  await use.records.keepAudit(aLine(7, { wing: 'gateway' }));
  const of = async (wing: string) =>
    (await use.records.audit(undefined, 1, wing)).map(({ target }) => target);
  expect([await of('gateway'), await of('web-modeler')]).toEqual([['7'], ['5']]);
});

test('what cannot be stored of a text does not stop the line', async () => {
  await use.records.keepAudit(aLine(6, { target: 'a\0b\ud800' }));
  expect((await use.records.audit(undefined, 1))[0]?.target).toBe('ab\ufffd');
});

test.each(["update audit set result = 'ok'", 'delete from audit', 'truncate audit'])(
  'the database itself refuses “%s”',
  async (statement) => {
    await expect(use.sql.query(statement)).rejects.toThrow('audit lines are never changed');
  },
);
