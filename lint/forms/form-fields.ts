import { reads } from '../../models/feel.ts';
import type { Form } from '../../models/form.ts';
import type { UserTask } from '../../models/user-task.ts';
import type { FormRule, Report } from '../rule.ts';

/**
 * Whatever a form writes is local to the task and is kept by its result: an undeclared name would show
 * another step's value, and one that the result leaves out is lost.
 */
export const formFields: FormRule = {
  id: 'form-fields',
  kind: 'form',
  severity: 'error',
  legal: false,
  check: (form, { models }, report) => {
    const seen = new Set<string>();
    for (const { id, target } of form.components) {
      if (target === undefined) continue;
      if (seen.has(target)) report(id, `字段“${target}”重复，请改名或者删除。`);
      seen.add(target);
    }
    for (const task of models.userTasks.filter(({ formId }) => formId === form.id)) {
      checkTask(form, task, report);
    }
  },
};

function checkTask(form: Form, task: UserTask, report: Report): void {
  const helpers = computed(form);
  const where = `${task.processId} 的 ${task.id}`;
  for (const { id, variable } of written(form)) {
    if (!task.inputs.includes(variable)) {
      report(id, `${where} 没有声明输入参数 ${variable}，请声明为 =null，以免取到流程变量。`);
    }
    if (!task.kept.includes(variable) && !helpers.has(variable)) {
      report(id, `填写的 ${variable} 没有写入 ${where} 的 result_${task.id}，会丢失，请补充。`);
    }
  }
}

/** The first component for each variable the form writes. */
function written(form: Form): { id: string | undefined; variable: string }[] {
  const first = new Map<string, string | undefined>();
  for (const { id, variable } of form.components) {
    if (variable !== undefined && !first.has(variable)) first.set(variable, id);
  }
  return [...first].map(([variable, id]) => ({ id, variable }));
}

/** Names that an expression of the form reads: what is written there counts through the expression. */
function computed(form: Form): Set<string> {
  const names = form.components.flatMap(({ expression }) => reads(expression ?? ''));
  return new Set(names.map(({ name }) => name));
}
