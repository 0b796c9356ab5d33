import { feelValue } from '../../models/feel.ts';
import type { Component, Form } from '../../models/form.ts';
import {
  isShown,
  type Option,
  offeredOutcomes,
  optionsOf,
  property,
} from '../../models/form-options.ts';
import type { Choice, Field } from './api.ts';
import { asJson, type Variables } from './feel.ts';

/** What stands for a text somebody would have to write; it shows in the notices. */
export const STAND_IN = '（设想）';
const WORKING_DAYS = '个工作日';

/** The outcomes a person may choose at a step. */
export function outcomesOf(form: Form | undefined): Option[] {
  return (form && offeredOutcomes(form)) ?? [];
}

/**
 * The fields people choose from or count days in, by the outcomes that show them, as far as the way or a limit may
 * depend on them: days, the ground that stops a clock (Art. 25), and what some diagram reads.
 */
export function fieldsOf(form: Form | undefined, variables: Variables, read: Set<string>): Field[] {
  const outcomes = outcomesOf(form).map(({ value }) => value);
  const choices = ownComponents(form).filter((component) => kindOf(component) !== undefined);
  return choices.flatMap((component) => {
    const { key = '', label = '' } = component;
    const kind = kindOf(component);
    if (!kind || !(kind === 'days' || key === 'ground' || read.has(key))) return [];
    const shown = (answer: Variables) => isShown(component, { ...variables, ...answer });
    const always = outcomes.filter((outcome) => shown({ outcome }));
    // Not by the outcome alone: by the answer to one other question, as form-js hides the rest of a question.
    const asked = choices
      .flatMap((other) =>
        optionsOf(other, variables).map(({ value }) => ({ key: other.key, value })),
      )
      .find((other) =>
        outcomes.some((outcome) => shown({ outcome, [other.key ?? '']: other.value })),
      );
    if (always.length === 0 && !asked?.key) return [];
    const only = always.length === 0 && asked?.key ? { key: asked.key, value: asked.value } : null;
    return [
      {
        ...{ key, label, kind, only },
        values: optionsOf(component, variables),
        outcomes: only
          ? outcomes.filter((outcome) => shown({ outcome, [only.key]: only.value }))
          : always,
      },
    ];
  });
}

/**
 * What a person would enter at a step, as the form asks for it: what was chosen, and for every other field that
 * must be filled a stand-in. Amounts are left open: an invented one would look like a fact.
 */
export function answerOf(form: Form | undefined, choice: Choice, variables: Variables): Variables {
  const answer: Variables = { ...choice.answer, outcome: choice.outcome };
  for (const component of ownComponents(form)) {
    const { key = '', type, expression } = component;
    const seen = { ...variables, ...answer };
    if (key in answer || !isShown(component, seen)) continue;
    if (type === 'expression') answer[key] = asJson(feelValue(expression ?? '', seen));
    else if (component.validate?.required) answer[key] = standIn(component, choice, seen);
  }
  return answer;
}

function standIn(component: Component, { on }: Choice, variables: Variables): unknown {
  const [first] = optionsOf(component, variables);
  switch (component.type) {
    case 'textfield':
    case 'textarea':
      return STAND_IN;
    case 'datetime':
      return on;
    case 'number':
      return isDays(component) ? 1 : null;
    case 'checklist':
    case 'taglist':
      return first ? [first.value] : [];
    default:
      return first?.value ?? null;
  }
}

/** The components that write a variable of their own, not rows of a list. */
function ownComponents(form: Form | undefined): Form['components'] {
  return (form?.components ?? []).filter(
    ({ key, target }) => key !== undefined && key !== 'outcome' && target === key,
  );
}

function kindOf(component: Component): Field['kind'] | undefined {
  if (component.type === 'radio' || component.type === 'select') return 'choice';
  if (component.type === 'checklist' || component.type === 'taglist') return 'choices';
  return component.type === 'number' && isDays(component) ? 'days' : undefined;
}

function isDays({ appearance }: Component): boolean {
  return property(appearance, 'suffixAdorner') === WORKING_DAYS;
}
