import type { Rule } from './rule.ts';

/** A service project brings an implementation plan. */
export const implementationPlan: Rule = {
  article: '第十八条第二项',
  check: ({ kind, materials }) =>
    kind === 'service' && !materials.some((material) => material.kind === 'implementation-plan')
      ? [{ path: 'materials', message: '服务类项目缺少实施方案，请在申报材料中补充。' }]
      : [],
};
