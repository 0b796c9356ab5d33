import { isAmount, readAmount } from '../index.ts';
import type { Rule } from './rule.ts';

/** 其中：工程（实施）费用 is a part of the whole investment; compared exactly. */
export const costWithinInvestment: Rule = {
  article: '附件2',
  check: ({ implementationCost, investment }) => {
    const part = readAmount(implementationCost);
    const whole = readAmount(investment);
    if (!isAmount(part) || !isAmount(whole) || part.fen <= whole.fen) return [];
    return [{ path: 'implementationCost', message: '工程（实施）费用大于总投资，请核对。' }];
  },
};
