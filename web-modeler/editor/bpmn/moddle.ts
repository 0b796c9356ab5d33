import type { Moddle } from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';

export function isModdle(value: unknown): value is Moddle {
  return typeof value === 'object' && value !== null && '$type' in value;
}

/** The elements of a list property; nothing for an absent element or property. */
export function childrenOf(element: Moddle | undefined, property: string): Moddle[] {
  const value = element?.get(property);
  return Array.isArray(value) ? value.filter(isModdle) : [];
}

/** The extension of a type, such as `zeebe:IoMapping`. */
export function extensionOf(element: Moddle, type: string): Moddle | undefined {
  const extensions = element.get('extensionElements');
  if (!isModdle(extensions)) return undefined;
  return childrenOf(extensions, 'values').find(({ $type }) => $type === type);
}
