import { is, one, text } from '../../models/element.ts';
import { feelValue } from '../../models/feel.ts';
import { extension } from '../../models/zeebe.ts';
import type { DiagramRule } from '../rule.ts';

/**
 * A multi-instance body never meets a missing collection: some incidents there kill the partition when
 * they are resolved (camunda#48796, #27183).
 */
export const multiInstanceSafe: DiagramRule = {
  id: 'multi-instance-safe',
  kind: 'diagram',
  severity: 'error',
  legal: false,
  check: () => ({
    check(activity, { report }) {
      const loop = one(activity, 'loopCharacteristics');
      if (!is(activity, 'bpmn:Activity') || !loop) return;
      const zeebe = extension(loop, 'zeebe:LoopCharacteristics');
      const collection = text(zeebe, 'inputCollection');
      if (!is(loop, 'bpmn:MultiInstanceLoopCharacteristics') || collection === undefined) {
        report(activity.id, '多实例环节请填写输入集合 inputCollection。');
        return;
      }
      const members = feelValue(collection);
      if (!Array.isArray(members) || members.includes(null)) {
        report(
          activity.id,
          '输入集合在变量缺失时也必须得出列表，请写成 =if x = null then [] else x 这样的形式。',
        );
      }
      if (text(zeebe, 'inputElement') === undefined) {
        report(activity.id, '多实例环节请填写输入元素 inputElement。');
      }
      if (
        (text(zeebe, 'outputCollection') === undefined) !==
        (text(zeebe, 'outputElement') === undefined)
      ) {
        report(
          activity.id,
          '输出集合 outputCollection 与输出元素 outputElement 要么都填，要么都不填。',
        );
      }
    },
  }),
};
