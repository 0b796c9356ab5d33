import { isRole, ROLES } from '../../law/roles.ts';
import { type Element, is, text } from '../../models/element.ts';
import { constantOf, reads } from '../../models/feel.ts';
import { readUserTask } from '../../models/user-task.ts';
import { extension, input, inputs, listeners, outputs } from '../../models/zeebe.ts';
import type { DiagramRule, Report } from '../rule.ts';
import { listed } from '../text.ts';

const REQUIRED = ['body', 'role', 'article', 'grounds', 'taskContextDisplayName'];
const ENTERED = ['outcome', 'opinion', 'ground'];

/** Every user task follows the one pattern of a statutory task, or says why it has no limit. */
export const statutoryTask: DiagramRule = {
  id: 'statutory-task',
  kind: 'diagram',
  severity: 'error',
  legal: true,
  check: () => ({
    check(task, { report }) {
      if (!is(task, 'bpmn:UserTask')) return;
      const tell: Report = (_, message) => report(task.id, message);
      if (!extension(task, 'zeebe:UserTask')) {
        tell(task.id, '请把实现方式改为 Camunda 用户任务（zeebe:userTask）。');
      }
      checkInputs(task, tell);
      checkLimit(task, tell);
      checkAssignment(task, tell);
      checkListeners(task, tell);
      checkOutput(task, tell);
    },
  }),
};

function checkInputs(task: Element, report: Report): void {
  const declared = inputs(task).map(({ target }) => target);
  const missing = [...REQUIRED, ...ENTERED].filter((name) => !declared.includes(name));
  if (missing.length > 0) report(task.id, `请补充输入参数：${listed(missing)}。`);
  for (const name of ENTERED) {
    const source = input(task, name);
    if (source !== undefined && constantOf(source) !== null) {
      report(task.id, `请把输入参数 ${name} 的初值设为 =null，否则会带入上一环节的内容。`);
    }
  }
  const role = input(task, 'role');
  if (role !== undefined && !isRole(String(constantOf(role)))) {
    const words = Object.entries(ROLES).map(([id, word]) => `"${id}"（${word}）`);
    report(task.id, `输入参数 role 只能是 ${words.join('或 ')}。`);
  }
}

function checkLimit(task: Element, report: Report): void {
  const [limit, reason] = [input(task, 'limitDays'), input(task, 'untimed')];
  if (limit === undefined && reason === undefined) {
    report(task.id, '请填写时限 limitDays；没有法定时限的，用 untimed 写明原因。');
  }
  if (limit !== undefined && reason !== undefined) {
    report(task.id, 'limitDays 和 untimed 只能保留一个。');
  }
  const days = constantOf(limit);
  if (limit !== undefined && !(Number.isInteger(days) && Number(days) > 0)) {
    report(task.id, `时限 limitDays 应为正整数个工作日，现为“${limit}”。`);
  }
  const why = constantOf(reason);
  if (reason !== undefined && !(typeof why === 'string' && why.trim() !== '')) {
    report(task.id, 'untimed 应写明没有时限的原因，不能为空。');
  }
}

function checkAssignment(task: Element, report: Report): void {
  const assignment = extension(task, 'zeebe:AssignmentDefinition');
  for (const name of ['assignee', 'candidateGroups']) {
    if (text(assignment, name) !== `=${name}`) {
      report(task.id, `请把 ${name} 设为 =${name}，办理人由 open-task 给出。`);
    }
  }
  const dueDate = text(extension(task, 'zeebe:TaskSchedule'), 'dueDate');
  if (input(task, 'limitDays') !== undefined && dueDate !== '=dueDate') {
    report(task.id, '有时限的环节，请把到期日 dueDate 设为 =dueDate。');
  }
}

function checkListeners(task: Element, report: Report): void {
  const found = listeners(task);
  for (const wanted of ['start open-task', 'end close-task']) {
    const times = found.filter((listener) => listener === wanted).length;
    if (times !== 1) report(task.id, `请设置且只设置一个执行监听器：${wanted}。`);
  }
}

function checkOutput(task: Element, report: Report): void {
  const target = `result_${task.id}`;
  const [output, ...others] = outputs(task);
  if (output?.target !== target || others.length > 0) {
    report(task.id, `输出参数应当只有一个，名为 ${target}。`);
    return;
  }
  const { fields = [] } = readUserTask(task);
  const missing = ENTERED.filter((name) => !fields.includes(name));
  if (missing.length > 0) report(task.id, `输出参数 ${target} 请包含：${listed(missing)}。`);
  const declared = inputs(task).map((mapping) => mapping.target);
  const foreign = reads(output.source).filter(({ name }) => !declared.includes(name));
  if (foreign.length > 0) {
    const names = listed(foreign.map(({ name }) => name));
    report(task.id, `输出参数用到了 ${names}，请先声明为输入参数，以免取到流程变量。`);
  }
}
