import { is, list } from '../../models/element.ts';
import { splits } from '../../models/flow.ts';
import type { DiagramRule } from '../rule.ts';
import { isChinese } from '../text.ts';

/** What people read in Tasklist and Operate is Chinese; a gateway asks, its flows answer. */
export const chineseLabels: DiagramRule = {
  id: 'chinese-labels',
  kind: 'diagram',
  severity: 'error',
  legal: false,
  check: () => ({
    check(element, { report }) {
      const { id, name } = element;
      if (is(element, 'bpmn:FlowNode', 'bpmn:Process') && !isChinese(name)) {
        report(id, '请填写中文名称。');
      }
      if (!is(element, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway') || !splits(element))
        return;
      if (isChinese(name) && !name?.endsWith('？')) {
        report(id, `分支网关的名称应当是问句，以“？”结尾，现为“${name}”。`);
      }
      for (const flow of list(element, 'outgoing').filter((way) => !isChinese(way.name))) {
        report(flow.id, '请为分支网关的出口填写中文名称，说明走这条路的结论。');
      }
    },
  }),
};
