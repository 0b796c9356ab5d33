import { is } from '../../models/element.ts';
import { feelValue, reads } from '../../models/feel.ts';
import { gatewayBehind, type WayOut } from '../../models/user-task.ts';
import type { DiagramRule } from '../rule.ts';

/** A void completion opens the very same task anew, and nothing but the task's own result decides the way. */
export const voidLoop: DiagramRule = {
  id: 'void-loop',
  kind: 'diagram',
  severity: 'error',
  legal: false,
  check: () => ({
    check(task, { report }) {
      if (!is(task, 'bpmn:UserTask')) return;
      const behind = gatewayBehind(task);
      if (!behind) {
        report(task.id, '用户任务之后应当只有一条顺序流，通向判断结论的排他网关。');
        return;
      }
      const { gateway, ways } = behind;
      const result = `result_${task.id}`;
      const taken = wayFor(ways, { [result]: { outcome: 'void' } });
      if (taken?.target !== task.id) {
        const where = taken ? `现由 ${taken.id} 通向 ${taken.target}` : '现在没有可走的出口';
        report(gateway.id, `签署无效（void）时应当回到 ${task.id} 重新办理，${where}。`);
      }
      for (const way of ways) {
        const foreign = reads(way.condition ?? '').filter(({ name }) => name !== result);
        if (foreign.length > 0) {
          const names = foreign.map(({ name }) => name).join('、');
          report(way.id, `条件只能读取 ${result}，不能读取 ${names}。`);
        }
      }
    },
  }),
};

/** The way Zeebe takes: the first whose condition holds, else the default flow. */
export function wayFor(ways: WayOut[], variables: Record<string, unknown>): WayOut | undefined {
  return ways.find(
    ({ condition }) => condition === undefined || feelValue(condition, variables) === true,
  );
}
