import { is } from '../../models/element.ts';
import { firstStepOf, variablesRead } from '../../models/variables.ts';
import { outputs } from '../../models/zeebe.ts';
import type { DiagramRule } from '../rule.ts';

/** The first step of a process sets every variable that something in it reads: what else came with its start stays unread. */
export const firstStepSetsVariables: DiagramRule = {
  id: 'first-step-sets-variables',
  kind: 'diagram',
  severity: 'error',
  legal: false,
  check: ({ models }) => ({
    check(process, { report }) {
      if (!is(process, 'bpmn:Process')) return;
      const { start, step } = firstStepOf(process);
      const set = new Set(step ? outputs(step).map(({ target }) => target) : []);
      const read = variablesRead(process, {
        decisions: models.decisionReads,
        forms: models.formReads,
        notices: models.noticeReads,
        takenOver: models.takenOver,
      });
      const missing = [...new Set(read.map(({ name }) => name))].filter((name) => !set.has(name));
      if (missing.length === 0) return;
      const names = missing.sort().join('、');
      if (step) {
        report(
          step.id,
          `流程的第一步应当用输出映射给流程要读取的每项数据赋值（还没有内容的写 =null），否则发起人可以自带数据。还缺：${names}。`,
        );
      } else {
        report(
          (start ?? process).id,
          `开始事件之后应当先是一个服务任务，用输出映射给流程要读取的每项数据赋值，否则发起人可以自带数据：${names}。`,
        );
      }
    },
  }),
};
