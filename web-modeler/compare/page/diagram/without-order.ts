import { childrenOf, isModdle } from '../../../editor/bpmn/moddle.ts';

/**
 * Puts what has no order of its own into one order, so that two diagrams are not taken for different which
 * were only written by different programs: extensions by their type, their attributes by name, inputs and
 * outputs of a step by the variable they set. Inputs that read one another stay, since they are set one after the other.
 */
export function withoutOrder(definitions: unknown): void {
  if (!isModdle(definitions)) return;
  for (const root of childrenOf(definitions, 'rootElements')) orderOf(root);
}

type Model = Parameters<typeof childrenOf>[0] & object;

function orderOf(element: Model): void {
  if (element.$instanceOf('bpmn:FlowElementsContainer')) {
    for (const inner of childrenOf(element, 'flowElements')) orderOf(inner);
  }
  const extensions = element.get('extensionElements');
  if (!isModdle(extensions)) return;
  const values = childrenOf(extensions, 'values');
  sortBy(extensions, 'values', ({ $type }) => $type);
  for (const value of values) attributesOf(value);
  for (const mapping of values.filter(({ $type }) => $type === 'zeebe:IoMapping')) {
    for (const property of ['inputParameters', 'outputParameters']) {
      if (!readOneAnother(childrenOf(mapping, property))) sortBy(mapping, property, targetOf);
    }
  }
}

/** The differ compares what is in a list by its text, in which the first attribute set comes first. */
function attributesOf(element: Model): void {
  const given = Object.keys(element).filter((name) => !name.startsWith('$'));
  for (const name of given.sort()) {
    const value = element.get(name);
    for (const inner of childrenOf(element, name)) attributesOf(inner);
    Reflect.deleteProperty(element, name);
    element.set(name, value);
  }
}

function sortBy(holder: Model, property: string, key: (element: Model) => string): void {
  const held: unknown = holder.get(property);
  if (!Array.isArray(held) || !held.every(isModdle)) return;
  held.sort((one, other) => (key(one) < key(other) ? -1 : Number(key(one) > key(other))));
}

function readOneAnother(mapped: Model[]): boolean {
  return mapped.some((one) => {
    const words = new Set(String(one.get('source')).match(/[\p{L}_][\p{L}\p{N}_]*/gu));
    return mapped.some((other) => other !== one && words.has(targetOf(other)));
  });
}

function targetOf(mapped: Model): string {
  return String(mapped.get('target'));
}
