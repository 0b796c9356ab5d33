import { is, list, one, text } from '../../models/element.ts';
import { boundaryEvents, flowElements, hasDefinition, targets } from '../../models/flow.ts';
import { input, jobType } from '../../models/zeebe.ts';
import type { DiagramRule } from '../rule.ts';

const CYCLE = '="R/" + clock.remindFrom + "/P1D"';

/** A timed task has one daily reminder, all of them lead to the diagram's one `remind` job. */
export const statutoryReminder: DiagramRule = {
  id: 'statutory-reminder',
  kind: 'diagram',
  severity: 'error',
  legal: true,
  check: () => ({
    check(element, { report }) {
      if (is(element, 'bpmn:Process')) {
        const reminders = flowElements(element).filter((other) => jobType(other) === 'remind');
        for (const surplus of reminders.slice(1)) {
          report(surplus.id, `一个流程只设一个催办任务，请改连到 ${reminders[0]?.id}。`);
        }
      }
      if (!is(element, 'bpmn:UserTask')) return;
      const timers = boundaryEvents(element).filter((event) =>
        hasDefinition(event, 'bpmn:TimerEventDefinition'),
      );
      if (input(element, 'limitDays') === undefined) {
        // Without a limit open-task gives no clock, and the timer's expression would raise an incident.
        for (const timer of timers) report(timer.id, '没有时限的环节不能设催办定时器，请删除。');
        return;
      }
      if (timers.length !== 1) {
        report(element.id, `有时限的环节应当有一个催办定时器，现有 ${timers.length} 个。`);
      }
      for (const timer of timers) {
        if (timer.cancelActivity !== false) {
          report(timer.id, '催办定时器应为非中断的边界事件。');
        }
        const [definition] = list(timer, 'eventDefinitions');
        const cycle = text(one(definition, 'timeCycle'), 'body');
        if (cycle?.replace(/\s+/g, ' ').trim() !== CYCLE) {
          report(timer.id, `催办定时器的周期应为 ${CYCLE}，现为“${cycle ?? '未设置'}”。`);
        }
        const next = targets(timer);
        if (next.length !== 1 || next.some((target) => jobType(target) !== 'remind')) {
          report(timer.id, '催办定时器应当只通向催办任务（作业类型 remind）。');
        }
      }
    },
  }),
};
