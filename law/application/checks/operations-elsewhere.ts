import type { Rule } from './rule.ts';

/** Operations are no project of this procedure: their money is asked for every year (Art. 35). */
export const operationsElsewhere: Rule = {
  article: '第三十五条',
  check: ({ kind }) =>
    kind === 'operations'
      ? [
          {
            path: 'kind',
            message:
              '运维类不在本流程申报，请于每年8月底前编制运维实施方案报市数据管理部门；如属建设、服务或设备采购，请改选项目类型。',
          },
        ]
      : [],
};
