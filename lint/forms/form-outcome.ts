import { constantOf, expression, feelValue } from '../../models/feel.ts';
import type { Form } from '../../models/form.ts';
import type { UserTask } from '../../models/user-task.ts';
import type { FormRule, Report } from '../rule.ts';

/** A task's form asks for the outcome, and every outcome it offers leads somewhere of its own. */
export const formOutcome: FormRule = (form, { models }, report) => {
  const tasks = models.userTasks.filter(({ formId }) => formId === form.id);
  if (tasks.length === 0) return;
  const asked = form.components.find(({ key, variable }) => (variable ?? key) === 'outcome');
  if (!asked) {
    report(form.id, '表单应当有“结论”字段 outcome。');
    return;
  }
  if (asked.type !== 'expression' && asked.validate?.required !== true) {
    report(asked.id, '请把“结论”字段 outcome 设为必填。');
  }
  for (const task of tasks) checkWays(asked, task, report);
};

function checkWays(asked: Form['components'][number], task: UserTask, report: Report): void {
  const offered = (asked.values ?? []).map(({ value }) => value);
  const fixed = constantOf(asked.expression);
  for (const outcome of fixed === undefined ? offered : [fixed]) {
    if (!task.ways.some((way) => tests(way.condition, task, outcome))) {
      report(
        asked.id,
        `结论“${outcome}”在 ${task.id} 之后没有对应的出口，请补上条件或者删去选项。`,
      );
    }
  }
}

/** Whether the way's condition asks for this outcome; other parts of the condition may still fail. */
function tests(condition: string | undefined, task: UserTask, outcome: unknown): boolean {
  if (condition === undefined) return false;
  const result = { [`result_${task.id}`]: { outcome } };
  return (
    feelValue(condition, result) === true ||
    expression(condition)?.includes(`"${outcome}"`) === true
  );
}
