import { type Element, is, list, one, text } from '../../models/element.ts';
import { boundaryEvents, hasDefinition } from '../../models/flow.ts';
import { Stuck } from './faults.ts';
import type { Variables } from './feel.ts';
import { createInstance, type Instance, nextKey } from './instance.ts';
import { callOff, callOffInside, complete, enter } from './lifecycle.ts';
import type { Walk } from './walk.ts';

type Kind = 'error' | 'escalation';

const DEFINITION = {
  error: 'bpmn:ErrorEventDefinition',
  escalation: 'bpmn:EscalationEventDefinition',
} as const;

/** The code an event throws, or catches; undefined for one that catches any. */
export function codeOf(event: Element, kind: Kind): string | undefined {
  const definition = list(event, 'eventDefinitions').find(
    ({ $type }) => $type === DEFINITION[kind],
  );
  return text(one(definition, `${kind}Ref`), `${kind}Code`);
}

/** A boundary event fires: its host is called off where it interrupts, and a token leaves the event. */
export function trigger(walk: Walk, host: Instance, event: Element, produced?: Variables): void {
  const { scope, process } = host;
  if (!scope) return;
  // The event is there before its host goes, so that the scope is never empty in between.
  const key = nextKey(scope, event.id ?? '');
  const instance = createInstance({ key, element: event, process, scope });
  if (event.cancelActivity !== false) callOff(walk, host);
  walk.queue.push({ instance, task: () => complete(walk, instance, produced) });
}

/**
 * An error leaves an element: the nearest scope that catches it goes on from there, across called processes.
 * @throws Stuck when none does
 */
export function throwError(walk: Walk, from: Instance, code: string): void {
  if (!isCaught(walk, from, 'error', code)) {
    throw new Stuck(`错误“${code}”没有任何环节接住，流程会停在这里，请画上对应的边界事件。`);
  }
}

/** An escalation leaves an element; one that nobody catches changes nothing. */
export function escalate(walk: Walk, from: Instance, code: string): void {
  isCaught(walk, from, 'escalation', code);
}

function isCaught(walk: Walk, from: Instance, kind: Kind, code: string): boolean {
  const catches = (event: Element) => {
    const own = codeOf(event, kind);
    return hasDefinition(event, DEFINITION[kind]) && (own === undefined || own === code);
  };
  for (let place: Instance | undefined = from; place; place = place.scope ?? place.caller) {
    const inner = list(place.element, 'flowElements').find(
      (element) => element.triggeredByEvent === true && startsOf(element).some(catches),
    );
    if (inner) {
      const start = startsOf(inner).find(catches);
      if (start?.isInterrupting !== false) callOffInside(walk, place);
      enter(walk, place, inner);
      return true;
    }
    // Of a multi-instance element only the body has a border.
    const event = place.turn === undefined && boundaryEvents(place.element).find(catches);
    if (event) {
      trigger(walk, place, event);
      return true;
    }
  }
  return false;
}

/** The start events inside a process or sub-process. */
export function startsOf(scope: Element): Element[] {
  return list(scope, 'flowElements').filter((element) => is(element, 'bpmn:StartEvent'));
}
