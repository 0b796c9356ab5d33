import { type Element, is, list, one, text } from '../../models/element.ts';
import { boundaryEvents, targets } from '../../models/flow.ts';
import { startedByOf } from '../../models/startable.ts';
import { firstStepOf } from '../../models/variables.ts';
import { extension, jobType, listeners } from '../../models/zeebe.ts';
import type { Context, DiagramRule, Report } from '../rule.ts';

const ENTER = 'enter-process';
const NOT_CALLED = 'NOT_CALLED';
const LISTENERS = ['start call-process', 'end close-call'];

/** A process is meant either for people, and says for whom, or to be called, and then asks for proof that it was. */
export const calledOrStarted: DiagramRule = {
  id: 'called-or-started',
  kind: 'diagram',
  severity: 'error',
  legal: false,
  check: (context) => ({
    check(element, { report }) {
      if (is(element, 'bpmn:CallActivity')) checkCall(element, report);
      if (is(element, 'bpmn:Process')) checkProcess(element, context, report);
    },
  }),
};

function checkCall(call: Element, report: Report): void {
  const found = listeners(call);
  const missing = LISTENERS.filter((listener) => !found.includes(listener));
  if (missing.length > 0) {
    report(
      call.id,
      `调用环节要有执行监听器 ${missing.join('、')}：没有它们，被调用的流程不予办理，或者没有办理也当作办完。`,
    );
  }
}

function checkProcess(process: Element, { models }: Context, report: Report): void {
  const { start, step } = firstStepOf(process);
  if (!start) return;
  const startedBy = startedByOf(start);
  const hasForm = extension(start, 'zeebe:FormDefinition') !== undefined;
  const isCalled = models.called.includes(process.id ?? '');
  if (startedBy !== undefined && isCalled) {
    report(start.id, '本流程由别的流程调用，不能再由人发起，请删除开始事件的属性 startedBy。');
    return;
  }
  if (startedBy !== undefined && !hasForm) {
    report(start.id, '由人发起的流程要有发起时填写的表单，请为开始事件关联表单。');
  }
  if (startedBy === undefined && hasForm) {
    report(
      start.id,
      '开始事件有表单，却没有写明由谁发起：请加属性 startedBy，值为 applicants（各申报单位）或者单位名称。',
    );
  }
  if (startedBy !== undefined || hasForm) {
    if (step && jobType(step) === ENTER) {
      report(step.id, '由人发起的流程没有调用它的流程，请不要核对来源。');
    }
    return;
  }
  if (!step || jobType(step) !== ENTER) {
    report(
      start.id,
      `没有人发起的流程由别的流程调用：开始事件之后请先“核对来源”（服务任务，作业类型 ${ENTER}）。`,
    );
    return;
  }
  if (!endsByHand(step)) {
    report(
      step.id,
      `请给“核对来源”画上错误边界事件（错误代码 ${NOT_CALLED}），直接通向一个普通结束事件，说明未经调用不予办理。`,
    );
  }
}

function endsByHand(step: Element): boolean {
  return boundaryEvents(step).some((event) => {
    const caught = list(event, 'eventDefinitions').some(
      (definition) => text(one(definition, 'errorRef'), 'errorCode') === NOT_CALLED,
    );
    const [end, ...others] = targets(event);
    return (
      caught &&
      others.length === 0 &&
      is(end, 'bpmn:EndEvent') &&
      list(end, 'eventDefinitions').length === 0
    );
  });
}
