import { is } from '../../models/element.ts';
import { listeners } from '../../models/zeebe.ts';
import type { DiagramRule } from '../rule.ts';

/** A listener on a gateway can stick for good (camunda#22140). */
export const noGatewayListeners: DiagramRule = {
  id: 'no-gateway-listeners',
  kind: 'diagram',
  severity: 'error',
  legal: false,
  check: () => ({
    check(element, { report }) {
      if (is(element, 'bpmn:Gateway') && listeners(element).length > 0) {
        report(
          element.id,
          '请删除网关上的执行监听器，改放到前一个环节，网关上的监听器出错后无法恢复。',
        );
      }
    },
  }),
};
