import { constantOf, feelValue } from './feel.ts';
import type { Component, Form } from './form.ts';

/** What may be chosen in a field; the label is what people read. */
export type Option = { value: string; label: string };

/** What may be chosen in a field, in the form's order, with these variables. */
export function optionsOf(
  component: Component | undefined,
  variables: Record<string, unknown>,
): Option[] {
  const source = component?.valuesExpression;
  const computed = typeof source === 'string' ? feelValue(source, variables) : undefined;
  const values = component?.values ?? (Array.isArray(computed) ? computed : []);
  return values.flatMap((option: unknown) => {
    const value = property(option, 'value');
    const label = property(option, 'label');
    return typeof value === 'string'
      ? [{ value, label: typeof label === 'string' ? label : value }]
      : [];
  });
}

/** Whether the form shows the field to somebody who entered that. */
export function isShown({ conditional }: Component, variables: Record<string, unknown>): boolean {
  const hide = property(conditional, 'hide');
  return typeof hide !== 'string' || feelValue(hide, variables) !== true;
}

/** The field that asks for a step's outcome, or computes it. */
export function outcomeField(form: Form): Form['components'][number] | undefined {
  return form.components.find(({ variable }) => variable === 'outcome');
}

/** The outcomes a step's form offers; undefined when it does not say, or only while it is filled in. */
export function offeredOutcomes(form: Form): Option[] | undefined {
  const asked = outcomeField(form);
  if (!asked) return undefined;
  const fixed = constantOf(asked.expression);
  if (typeof fixed === 'string') return [{ value: fixed, label: fixed }];
  return asked.values ? optionsOf(asked, {}) : undefined;
}

/** A property of something that may be no object. */
export function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}
