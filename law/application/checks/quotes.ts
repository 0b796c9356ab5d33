import type { Rule } from './rule.ts';

const LEAST_VENDORS = 3;

/** Three or more vendors; one vendor named twice, or written a little differently, is one. */
export const quotesOfThreeVendors: Rule = {
  article: '第十八条第三项',
  check: ({ quotes }) => {
    const vendors = quotes.flatMap(({ vendor }) =>
      vendor === undefined ? [] : [sameName(vendor)],
    );
    const different = new Set(vendors).size;
    if (different >= LEAST_VENDORS) return [];
    const repeated = different < vendors.length ? '（同一厂商只算一家）' : '';
    const message = `现有${different}家厂商的报价${repeated}，请补充到三家以上不同厂商。`;
    return [{ path: 'quotes', message }];
  },
};

/** Full-width letters and brackets, letter case and blanks make no other vendor. */
function sameName(vendor: string): string {
  return vendor.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
