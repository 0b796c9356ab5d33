import { type Element, is, text } from '../../models/element.ts';
import { constantOf, feelValue } from '../../models/feel.ts';
import { processOf, targets } from '../../models/flow.ts';
import { gatewayBehind } from '../../models/user-task.ts';
import { extension, input, outputs } from '../../models/zeebe.ts';
import { bodyProblems } from '../bodies.ts';
import type { Context, DiagramRule, Report } from '../rule.ts';
import { wayFor } from './void-loop.ts';

const EXTENSION = 'stage-extension';
const GRANTED = 5;

/** Whoever has a limit of their own can ask in writing for more time; nobody else can. */
export const statutoryExtension: DiagramRule = {
  id: 'statutory-extension',
  kind: 'diagram',
  severity: 'error',
  legal: true,
  check: (context) => ({
    check(task, { report }) {
      if (!is(task, 'bpmn:UserTask')) return;
      const behind = gatewayBehind(task);
      const next = behind ? targets(behind.gateway) : [];
      const timed = input(task, 'limitDays') !== undefined;
      if (!timed || constantOf(input(task, 'role')) !== 'owner') {
        for (const { id } of next.filter(asksForTime)) {
          report(id, `只有申报方有时限的环节可以申请延期，${task.id} 不是，请删除。`);
        }
        return;
      }
      const way = wayFor(behind?.ways ?? [], { [`result_${task.id}`]: { outcome: 'extend' } });
      const call = next.find(({ id }) => id === way?.target);
      if (call && asksForTime(call)) checkCall(call, task, context, report);
      else
        report(
          task.id,
          `申报方有时限的环节应当可以申请延期：结论为 extend 时，请通向调用 ${EXTENSION} 的环节。`,
        );
    },
  }),
};

function checkCall(call: Element, task: Element, context: Context, report: Report): void {
  const called = extension(call, 'zeebe:CalledElement');
  if (called?.propagateAllChildVariables !== false) {
    report(call.id, '请把 propagateAllChildVariables 设为 false，只带回准予的天数。');
  }
  const wanted = { extensionRequest: `=result_${task.id}`, extensionStep: `="${task.name}"` };
  for (const [name, value] of Object.entries(wanted)) {
    const found = input(call, name);
    if (found !== value) {
      report(call.id, `输入参数 ${name} 应为 ${value}，现为“${found ?? '未填写'}”。`);
    }
  }
  checkBody(call, task, context, report);
  checkClock(call, `clock_${task.id}`, report);
  if (targets(call).some((target) => target !== task)) {
    report(call.id, `延期审定之后应当回到 ${task.id} 继续办理。`);
  }
}

function checkBody(call: Element, task: Element, context: Context, report: Report): void {
  const row = context.regulation.tasks[processOf(task)?.id ?? '']?.[task.id ?? ''];
  const wanted = row?.['extended-by'];
  if (!wanted) {
    report(task.id, '对照表没有写明由谁审定延期，请在 law/regulation.yaml 中补充 extended-by。');
    return;
  }
  for (const problem of bodyProblems(input(call, 'extensionBody') ?? '=null', wanted, context)) {
    report(call.id, `审定延期的单位不一致${problem}`);
  }
}

/** The days granted are added to those granted before, and nothing else of the clock changes. */
function checkClock(call: Element, name: string, report: Report): void {
  const [output, ...others] = outputs(call);
  const added = [0, 3].every((earlier) => {
    const clock = { limit: 10, used: 2, grounds: [], ...(earlier > 0 && { extension: earlier }) };
    const after = feelValue(output?.source ?? '', { [name]: clock, grantedDays: GRANTED });
    return JSON.stringify(after) === JSON.stringify({ ...clock, extension: earlier + GRANTED });
  });
  if (output?.target !== name || others.length > 0 || !added) {
    report(call.id, `输出参数应当只有一个 ${name}，把 grantedDays 加到它的 extension 上。`);
  }
}

function asksForTime(element: Element): boolean {
  return text(extension(element, 'zeebe:CalledElement'), 'processId') === EXTENSION;
}
