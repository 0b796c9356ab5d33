import { isOutcome, OUTCOMES, outcomeWord } from '../../law/outcomes.ts';
import { isRole, ROLES } from '../../law/roles.ts';
import { expression, feelValue } from '../../models/feel.ts';
import { type Option, offeredOutcomes, outcomeField } from '../../models/form-options.ts';
import type { UserTask } from '../../models/user-task.ts';
import type { FormRule, Report } from '../rule.ts';
import { listed } from '../text.ts';

/** A task's form asks for the outcome; what it offers, the table of outcomes and the ways behind the task agree. */
export const formOutcome: FormRule = {
  id: 'form-outcome',
  kind: 'form',
  severity: 'error',
  legal: false,
  check: (form, { models }, report) => {
    const tasks = models.userTasks.filter(({ formId }) => formId === form.id);
    if (tasks.length === 0) return;
    const asked = outcomeField(form);
    if (!asked) {
      report(form.id, '表单应当有“结论”字段 outcome。');
      return;
    }
    if (asked.type !== 'expression' && asked.validate?.required !== true) {
      report(asked.id, '请把“结论”字段 outcome 设为必填。');
    }
    const tell: Report = (_, message) => report(asked.id, message);
    const offered = offeredOutcomes(form);
    if (!offered) {
      tell(
        undefined,
        '请逐项写明“结论”的选项，不要由表达式算出：环节有哪些结论，要从模型看得出来。',
      );
      return;
    }
    checkWords(offered, tell);
    for (const task of tasks) {
      checkRole(offered, task, tell);
      checkWays(offered, task, tell);
      checkOffers(offered, task, tell);
    }
  },
};

function checkWords(offered: Option[], report: Report): void {
  for (const { value, label } of offered) {
    if (!isOutcome(value) || OUTCOMES[value].by.length === 0) {
      report(undefined, `“${value}”不是可以选择的结论，请改用 law/outcomes.ts 中的结论。`);
    }
    const other = Object.entries(OUTCOMES).find(([id, { word }]) => id !== value && word === label);
    if (other) {
      report(undefined, `结论“${value}”的选项写作“${label}”，那是 ${other[0]} 的名称，请改写。`);
    }
  }
}

function checkRole(offered: Option[], { id, role }: UserTask, report: Report): void {
  if (!role || !isRole(role)) return;
  for (const { value } of offered) {
    if (!isOutcome(value) || OUTCOMES[value].by.length === 0) continue;
    if (OUTCOMES[value].by.includes(role)) continue;
    report(
      undefined,
      `${id} 由${ROLES[role]}办理，不能作出“${outcomeWord(value)}”（${value}），请删去选项。`,
    );
  }
}

function checkWays(offered: Option[], task: UserTask, report: Report): void {
  for (const { value } of offered) {
    if (task.ways.some((way) => tests(way.condition, task, value))) continue;
    report(undefined, `结论“${value}”在 ${task.id} 之后没有对应的出口，请补上条件或者删去选项。`);
  }
}

/** Every outcome that a way behind the task asks for is offered. */
function checkOffers(offered: Option[], task: UserTask, report: Report): void {
  const values = offered.map(({ value }) => value);
  for (const { id, condition } of task.ways) {
    const missing = askedFor(condition).filter((outcome) => !values.includes(outcome));
    if (missing.length === 0) continue;
    report(
      undefined,
      `${task.id} 之后的 ${id} 判断结论 ${listed(missing)}，表单没有这个选项，请补上选项或者改写条件。`,
    );
  }
}

/** The outcomes a condition names: what it compares an outcome with, and what the table knows. */
function askedFor(condition = ''): string[] {
  const texts = [...condition.matchAll(/(outcome\s*!?=\s*)?"([^"]*)"/g)];
  const named = texts
    .filter(([, compared, text = '']) => compared !== undefined || isOutcome(text))
    .map(([, , text = '']) => text);
  return [...new Set(named)].filter((outcome) => outcome !== 'void');
}

/** Whether the way's condition asks for this outcome; other parts of the condition may still fail. */
function tests(condition: string | undefined, task: UserTask, outcome: string): boolean {
  if (condition === undefined) return false;
  const result = { [`result_${task.id}`]: { outcome } };
  return (
    feelValue(condition, result) === true ||
    expression(condition)?.includes(`"${outcome}"`) === true
  );
}
