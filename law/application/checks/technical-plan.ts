import { planParts } from '../index.ts';
import type { Rule } from './rule.ts';

const PARTS = Object.entries(planParts);

/** A construction project brings a technical plan with all eight parts; several plans may share them. */
export const technicalPlan: Rule = {
  article: '第十八条第二项',
  check: ({ kind, materials }) => {
    if (kind !== 'construction') return [];
    const plans = materials.filter((material) => material.kind === 'technical-plan');
    if (plans.length === 0) {
      return [{ path: 'materials', message: '建设类项目缺少项目技术方案，请在申报材料中补充。' }];
    }
    const written = new Set<string>(plans.flatMap(({ parts }) => parts));
    const missing = PARTS.filter(([part]) => !written.has(part)).map(([, label]) => label);
    if (missing.length === 0) return [];
    const message = `项目技术方案缺少${missing.length}个部分：${missing.join('、')}，请补充后勾选。`;
    return [{ path: 'materials', message }];
  },
};
