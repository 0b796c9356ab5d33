import type { Element } from '../../models/element.ts';

type Property = { name: string; isAttr?: boolean; isReference?: boolean };

/**
 * Visits what an element contains, as bpmnlint does. Jest cannot load bpmnlint itself, which requires an
 * ES module; `main.test.ts` runs the rules in the real one.
 */
export function walk(element: Element, visit: (element: Element) => void): void {
  visit(element);
  const descriptor = element.$descriptor as { properties?: Property[] } | undefined;
  for (const { name, isAttr, isReference } of descriptor?.properties ?? []) {
    const value = isAttr || isReference ? undefined : element[name];
    for (const child of [value].flat()) {
      if (isElement(child)) walk(child, visit);
    }
  }
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && '$type' in value;
}
