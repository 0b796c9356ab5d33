import { describe, expect, test } from '@jest/globals';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const AMOUNTS = [
  0.000001, 199.999999, 200, 499.999999, 500, 999.999999, 1000, 4999.999999, 5000, 999_999_999,
];
const KINDS = ['construction', 'service', 'equipment', 'operations'];
const OWNERS = ['agency', 'soe'];
const LEVELS = ['city', 'county'];
const CATEGORIES = ['infrastructure', 'integration', 'other'];

/** One decision on the real engine; the table answers with one rule or the evaluation fails. */
async function decide(decisionId: string, variables: Record<string, unknown>) {
  const answer = await world.engine.evaluateDecision({ decisionId, variables: variables as never });
  expect([variables, answer.failureMessage]).toEqual([variables, '']);
  const output: unknown = answer.decisionOutput;
  return (typeof output === 'string' ? JSON.parse(output) : output) as Record<string, unknown>;
}

/** Every combination of the lists' entries. */
function combinations<T>(lists: T[][]): T[][] {
  return lists.reduce<T[][]>(
    (rows, list) => rows.flatMap((row) => list.map((entry) => [...row, entry])),
    [[]],
  );
}

/** Requirements section 3 and Art. 21, 25, 26, 35 in words of code. */
function expectedRoute(investment: number, kind: string, owner: string, level: string): string {
  if (kind === 'operations') return 'operations-funding';
  if (level === 'county' && investment < 200) return 'county-approval';
  if (kind !== 'construction') return 'government-procurement';
  if (owner === 'soe') return 'approval-soe';
  if (investment >= 5000) return 'approval-full';
  return investment >= 200 ? 'approval-merged' : 'approval-small';
}

describe('approval-route', () => {
  test.each(AMOUNTS)('%d万元: every combination has exactly one route', async (investment) => {
    await Promise.all(
      combinations([KINDS, OWNERS, LEVELS]).map(async ([kind = '', ownerType = '', level = '']) => {
        const facts = { investment, kind, ownerType, level };
        expect({ ...facts, ...(await decide('approval-route', facts)) }).toEqual({
          ...facts,
          route: expectedRoute(investment, kind, ownerType, level),
          basis: expect.stringMatching(/^第(二十一|二十五|二十六|三十五)条$/),
        });
      }),
    );
  });
});

describe('over-limit', () => {
  test.each(AMOUNTS)('%d万元: the limit is 1000 or 500, operations have none', async (investment) => {
    await Promise.all(
      combinations([KINDS, CATEGORIES]).map(async ([kind = '', category = '']) => {
        const facts = { investment, kind, category };
        const limit = category === 'other' ? 500 : 1000;
        const threshold = kind === 'operations' ? null : limit;
        expect({ ...facts, ...(await decide('over-limit', facts)) }).toEqual({
          ...facts,
          overLimit: threshold !== null && investment >= threshold,
          threshold,
          basis: '第四十二条',
        });
      }),
    );
  });
});

describe('refusal-grounds', () => {
  const ITEMS = ['item-1', 'item-2', 'item-3', 'item-4', 'item-5', 'item-6', 'item-7'];
  const grounds = async (refusalItems: string[]) =>
    (await decide('refusal-grounds', { refusalItems })) as unknown as Record<string, unknown>[];

  test('every item of Art. 22 blocks, under its own number', async () => {
    const found = await grounds(ITEMS);
    expect(found.map(({ item }) => item)).toEqual(
      [...'一二三四五六七'].map((number) => `第${number}项`),
    );
    for (const ground of found) {
      expect(ground).toMatchObject({ article: '第二十二条', blocks: true });
    }
  });

  test('nothing ticked, or nothing known, blocks nothing', async () => {
    expect(await grounds([])).toEqual([]);
    expect(await grounds(['item-8'])).toEqual([]);
  });
});
