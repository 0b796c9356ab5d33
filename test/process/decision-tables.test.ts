import { describe, expect, test } from '@jest/globals';
import { patiently } from './support/patiently.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const AMOUNTS = [
  0.000001, 199.999999, 200, 499.99, 499.999999, 500, 999.99, 999.999999, 1000, 4999.99,
  4999.999999, 5000, 999_999_999,
];
const KINDS = ['construction', 'service', 'equipment', 'operations'];
const OWNERS = ['agency', 'soe'];
const LEVELS = ['city', 'county'];
const CATEGORIES = ['infrastructure', 'integration', 'other'];

/** One decision on the real engine; the table answers by exactly one rule or its evaluation fails. */
async function decide(decisionId: string, variables: object): Promise<unknown> {
  const { failureMessage, decisionOutput } = await patiently(() =>
    world.engine.evaluateDecision({ decisionId, variables: variables as never }),
  );
  expect([variables, failureMessage]).toEqual([variables, '']);
  const output: unknown = decisionOutput;
  return typeof output === 'string' ? JSON.parse(output) : output;
}

/** Every combination of the lists' entries, in pairs of a name and an entry. */
function combinations<K extends string>(lists: Record<K, string[]>): Record<K, string>[] {
  return Object.entries<string[]>(lists).reduce<object[]>(
    (rows, [name, list]) => rows.flatMap((row) => list.map((entry) => ({ ...row, [name]: entry }))),
    [{}],
  ) as Record<K, string>[];
}

/** Requirements section 3 and Art. 21, 25, 26, 35 in words of code. */
function expectedRoute(
  investment: number,
  { kind, ownerType, level }: { kind: string; ownerType: string; level: string },
): string {
  if (kind === 'operations') return 'operations-funding';
  if (level === 'county' && investment < 200) return 'county-approval';
  if (kind !== 'construction') return 'government-procurement';
  if (ownerType === 'soe') return 'approval-soe';
  if (investment >= 5000) return 'approval-full';
  return investment >= 200 ? 'approval-merged' : 'approval-small';
}

/** By the amount alone, and only of what is approved in stages. */
function expectedSize(investment: number, route: string): string | null {
  if (!['approval-small', 'approval-merged', 'approval-full', 'approval-soe'].includes(route)) {
    return null;
  }
  if (investment >= 5000) return 'full';
  return investment >= 200 ? 'merged' : 'small';
}

describe('approval-route', () => {
  test.each(AMOUNTS)('%d万元: every combination has exactly one route', async (investment) => {
    for (const facts of combinations({ kind: KINDS, ownerType: OWNERS, level: LEVELS })) {
      const answer = await decide('approval-route', { investment, ...facts });
      const route = expectedRoute(investment, facts);
      expect({ facts, answer }).toEqual({
        facts,
        answer: {
          route,
          size: expectedSize(investment, route),
          basis: expect.stringMatching(/^第(二十一|二十五|二十六|三十五)条$/),
        },
      });
    }
  });
});

describe('over-limit', () => {
  test.each(AMOUNTS)(
    '%d万元: the limit is 1000 or 500, operations have none',
    async (investment) => {
      for (const facts of combinations({ kind: KINDS, category: CATEGORIES })) {
        const limit = facts.category === 'other' ? 500 : 1000;
        const threshold = facts.kind === 'operations' ? null : limit;
        const overLimit = threshold !== null && investment >= threshold;
        const answer = await decide('over-limit', { investment, ...facts });
        expect({ facts, answer }).toEqual({
          facts,
          answer: { overLimit, threshold, basis: '第四十二条' },
        });
      }
    },
  );
});

describe('refusal-grounds', () => {
  const ITEMS = [1, 2, 3, 4, 5, 6, 7].map((item) => `item-${item}`);
  const grounds = async (refusalItems: string[]) =>
    ((await decide('refusal-grounds', { refusalItems })) ?? []) as { item: string }[];

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
