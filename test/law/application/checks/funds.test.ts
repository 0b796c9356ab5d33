import { describe, expect, test } from '@jest/globals';
import { costWithinInvestment } from '../../../../law/application/checks/implementation-cost.ts';
import { quotesOfThreeVendors } from '../../../../law/application/checks/quotes.ts';
import { findings } from './facts.ts';

const quotes = (...vendors: string[]) => ({
  quotes: vendors.map((vendor) => ({ vendor, price: 1 })),
});

describe('quotesOfThreeVendors (Art. 18 item 3)', () => {
  test.each([[['甲', '乙', '丙']], [['甲', '乙', '丙', '丙']]])('%p are enough', (vendors) => {
    expect(findings(quotesOfThreeVendors, quotes(...vendors))).toEqual([]);
  });

  test.each<[string[], number]>([
    [[], 0],
    [['甲', '乙'], 2],
    [['甲', '乙', '乙'], 2],
    [['Abc公司', 'ＡＢＣ 公司', '乙'], 2],
    [['甲（九江）', '甲(九江)', '乙'], 2],
    [['甲', '乙', '  '], 2],
  ])('%p are only %d', (vendors, different) => {
    expect(findings(quotesOfThreeVendors, quotes(...vendors))).toEqual([
      { path: 'quotes', message: expect.stringContaining(`现有${different}家`) },
    ]);
  });
});

describe('costWithinInvestment', () => {
  test.each<[unknown, unknown, number]>([
    [200, 200, 0],
    ['199.999999', 200, 0],
    ['200.000001', 200, 1],
    [undefined, 200, 0],
    [5, '二百万', 0],
  ])('a cost of %p in an investment of %p', (implementationCost, investment, count) => {
    expect(findings(costWithinInvestment, { implementationCost, investment })).toHaveLength(count);
  });
});
