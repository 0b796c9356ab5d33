import { partAt, partIn } from '../../models/parts.ts';
import type { PartRule } from '../rule.ts';

/** A common part is one component, in a file of its name, which some form has. */
export const commonParts: PartRule = {
  id: 'common-parts',
  kind: 'part',
  severity: 'error',
  legal: false,
  check: ({ name, form }, { models: { partsPlaced } }, report) => {
    if (form.id !== name) report(undefined, `公共部分的编号应当与文件名一致，请改为 ${name}。`);
    if (partIn(form.source) === undefined) {
      report(undefined, '公共部分只能是一个组件，请把各项放进一个分组。');
    }
    for (const component of form.components) {
      if (partAt(component)) report(component.id, '公共部分里不能再引用公共部分，请删去。');
    }
    if (!partsPlaced.includes(name))
      report(undefined, '没有表单使用这个公共部分，请引用或者删除。');
  },
};
