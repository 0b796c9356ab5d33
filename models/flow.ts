import { type Element, is, list, one, text } from './element.ts';

/** The processes of a diagram. */
export function processesOf(definitions: Element): Element[] {
  return list(definitions, 'rootElements').filter((root) => is(root, 'bpmn:Process'));
}

/** Every flow element below a process or sub-process, those of nested sub-processes too. */
export function flowElements(scope: Element): Element[] {
  return list(scope, 'flowElements').flatMap((element) => [element, ...flowElements(element)]);
}

/** The boundary events that sit on the element. */
export function boundaryEvents(element: Element): Element[] {
  return list(element.$parent, 'flowElements').filter(
    (other) => one(other, 'attachedToRef') === element,
  );
}

/** Where sequence flows lead from the element, those of its boundary events not included. */
export function targets(element: Element): Element[] {
  return list(element, 'outgoing').flatMap((flow) => one(flow, 'targetRef') ?? []);
}

/** The process the element belongs to; undefined outside of any (a message, a definition). */
export function processOf(element: Element): Element | undefined {
  if (is(element, 'bpmn:Process')) return element;
  return element.$parent && processOf(element.$parent);
}

/** Whether the event has a definition of the kind, as `bpmn:TimerEventDefinition`. */
export function hasDefinition(event: Element, type: string): boolean {
  return list(event, 'eventDefinitions').some((definition) => definition.$type === type);
}

/** Whether the gateway has more than one way out. */
export function splits(gateway: Element): boolean {
  return list(gateway, 'outgoing').length > 1;
}

/** The FEEL text of a flow's condition; undefined for the default flow and outside of gateways. */
export function condition(flow: Element): string | undefined {
  return text(one(flow, 'conditionExpression'), 'body');
}
