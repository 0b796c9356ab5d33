import { isOutcome, type Need, OUTCOMES } from '../../law/outcomes.ts';
import { feelValue } from '../../models/feel.ts';
import type { Form } from '../../models/form.ts';
import { isShown, offeredOutcomes, outcomeField } from '../../models/form-options.ts';
import type { FormRule } from '../rule.ts';

const WORDS: Record<Need, string> = {
  opinion: '意见 opinion',
  ground: '退回原因 ground',
  extensionDays: '延期天数 extensionDays',
  extensionDocument: '申请文号 extensionDocument',
};

/** What an outcome needs (law/outcomes.ts), the form asks for: without it the completion would be void. */
export const outcomeNeeds: FormRule = {
  id: 'outcome-needs',
  kind: 'form',
  severity: 'error',
  legal: false,
  check: (form, { models }, report) => {
    const tasks = models.userTasks.filter(({ formId }) => formId === form.id);
    const timed = tasks.some((task) => task.timed);
    for (const { value } of tasks.length > 0 ? (offeredOutcomes(form) ?? []) : []) {
      if (!isOutcome(value)) continue;
      // Without a limit there is no clock to stop, and any reason will do.
      const needs = OUTCOMES[value].needs.filter((need) => need !== 'ground' || timed);
      for (const need of needs.filter((one) => !asksFor(form, one, value))) {
        report(
          outcomeField(form)?.id,
          `选择“${OUTCOMES[value].word}”（${value}）时，请显示必填的${WORDS[need]}，否则签署无效。`,
        );
      }
    }
  },
};

/** Whether somebody who chooses the outcome cannot leave it out. */
function asksFor(form: Form, need: Need, outcome: string): boolean {
  const field = form.components.find(({ target }) => target === need);
  if (!field) return false;
  // Whoever fills in everything else, each field with its own name.
  const filled = Object.fromEntries(form.components.map(({ key = '' }) => [key, key]));
  const seen = { ...filled, grounds: ['事由'], outcome };
  if (field.type !== 'expression') return isRequired(field, seen);
  const source = form.components.find(({ key }) => key === feelValue(field.expression ?? '', seen));
  return source !== undefined && isRequired(source, seen);
}

function isRequired(field: Form['components'][number], seen: Record<string, unknown>): boolean {
  return field.validate?.required === true && isShown(field, seen);
}
