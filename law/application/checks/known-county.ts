import type { Rule } from './rule.ts';

/** A county project is decided by that county's own bodies (Art. 9), so the county must be known. */
export const knownCounty: Rule = {
  article: '第九条、第十七条第二款',
  check: ({ level, county }, { counties }) => {
    if (level !== 'county') return [];
    if (county === undefined)
      return [{ path: 'county', message: '县级项目请选择所在县（市、区）。' }];
    if (counties.includes(county)) return [];
    const message = `“${county}”不在县（市、区）名录中，请从列表中选择：${counties.join('、')}。`;
    return [{ path: 'county', message }];
  },
};
