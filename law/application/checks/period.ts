import type { Rule } from './rule.ts';

export const periodInOrder: Rule = {
  article: '第十八条第一项',
  check: ({ period }) =>
    period?.from !== undefined && period.to !== undefined && period.to < period.from
      ? [{ path: 'period.to', message: '建设结束日期早于开始日期，请改正。' }]
      : [],
};
