import type { Moddle, Services, Shape } from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';
import { childrenOf, extensionOf, isModdle } from './moddle.ts';

export type Editing = Pick<Services, 'modeling' | 'bpmnFactory'>;

/** The mappings of an element; undefined when it has none. */
export function mappingOf({ businessObject }: Shape): Moddle | undefined {
  return extensionOf(businessObject, 'zeebe:IoMapping');
}

export function inputsOf(element: Shape): Moddle[] {
  return childrenOf(mappingOf(element), 'inputParameters');
}

export function outputsOf(element: Shape): Moddle[] {
  return childrenOf(mappingOf(element), 'outputParameters');
}

/** Gives a step that has no output its one result, named after it. */
export function nameResult(element: Shape, { modeling, bpmnFactory }: Editing): void {
  const mapping = mappingOf(element);
  if (!mapping || childrenOf(mapping, 'outputParameters').length > 0) return;
  const output = bpmnFactory.create('zeebe:Output', {
    source: '={outcome: outcome, opinion: opinion, ground: ground}',
    target: `result_${element.id}`,
  });
  output.$parent = mapping;
  modeling.updateModdleProperties(element, mapping, { outputParameters: [output] });
}

/** The ids of the steps that the element's outputs are named after. */
export function resultsOf(element: Shape): string[] {
  if (element.type !== 'bpmn:UserTask') return [];
  return childrenOf(mappingOf(element), 'outputParameters').flatMap((output) => {
    const [, id] = /^result_(\w+)$/.exec(String(output.get('target'))) ?? [];
    return id ?? [];
  });
}

type Renaming = { before: string; now: string; among: Shape[] };

/** `result_` and `clock_` variables of a step carry its id, wherever these elements read them. */
export function renameVariables({ before, now, among }: Renaming, { modeling }: Editing): void {
  const old = new RegExp(`\\b(result|clock)_${before}\\b`, 'g');
  const renamed = (text: string) => text.replace(old, `$1_${now}`);
  for (const element of among) {
    if (element.labelTarget) continue;
    for (const { holder, property } of expressionsOf(element)) {
      const text = holder.get(property);
      if (typeof text !== 'string' || renamed(text) === text) continue;
      modeling.updateModdleProperties(element, holder, { [property]: renamed(text) });
    }
  }
}

function expressionsOf(element: Shape): { holder: Moddle; property: string }[] {
  const condition = element.businessObject.get('conditionExpression');
  const mapping = mappingOf(element);
  const mapped = [
    ...childrenOf(mapping, 'inputParameters'),
    ...childrenOf(mapping, 'outputParameters'),
  ];
  return [
    ...(isModdle(condition) ? [{ holder: condition, property: 'body' }] : []),
    ...mapped.flatMap((holder) => [
      { holder, property: 'source' },
      { holder, property: 'target' },
    ]),
  ];
}
