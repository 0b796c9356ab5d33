import type { Context, FormRule } from '../../../lint/rule.ts';
import { type Form, readForm } from '../../../models/form.ts';
import type { UserTask } from '../../../models/user-task.ts';
import { context } from '../context.ts';

const APPROVE = '=result_Task_Review.outcome = "approve"';

/** A reviewer's task with the form `review`; its gateway knows approval and void. */
export const reviewTask: UserTask = {
  processId: 'stage-review',
  id: 'Task_Review',
  formId: 'review',
  role: 'reviewer',
  timed: true,
  inputs: ['outcome', 'opinion'],
  kept: ['outcome', 'opinion'],
  fields: ['outcome', 'opinion'],
  ways: [
    { id: 'Flow_Review_Approve', condition: APPROVE, target: 'End_Approved' },
    { id: 'Flow_Review_Void', condition: undefined, target: 'Task_Review' },
  ],
};

export const outcome = {
  id: 'Field_outcome',
  type: 'radio',
  key: 'outcome',
  label: '结论',
  values: [{ label: '同意', value: 'approve' }],
  validate: { required: true },
};

/** What a rule says about the form `review` with these components: `id message`. */
export function checkForm(
  rule: FormRule,
  components: object[],
  {
    file = 'bpmn/stage-review/review.form',
    platform = 'Camunda Cloud',
    ...models
  }: Partial<Context['models'] & { file: string; platform: string }> = {},
): string[] {
  const source = JSON.stringify({ id: 'review', executionPlatform: platform, components });
  const form: Form = readForm(file, source);
  const known = context();
  const found: string[] = [];
  rule.check(
    form,
    { ...known, models: { ...known.models, userTasks: [reviewTask], ...models } },
    (id, message) => found.push(`${id} ${message}`),
  );
  return found;
}
