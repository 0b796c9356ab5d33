import { type Element, is, list } from '../../models/element.ts';
import { boundaryEvents, flowElements, hasDefinition, targets } from '../../models/flow.ts';
import { jobType } from '../../models/zeebe.ts';
import type { DiagramRule } from '../rule.ts';

/** No clock ever decides a case: what a timer starts may remind and report, or ask a person. */
export const noTimerApproval: DiagramRule = {
  id: 'no-timer-approval',
  kind: 'diagram',
  severity: 'error',
  legal: true,
  check: () => ({
    check(process, { report }) {
      if (!is(process, 'bpmn:Process')) return;
      const elements = flowElements(process);
      const timers = elements.filter((event) => hasDefinition(event, 'bpmn:TimerEventDefinition'));
      for (const timer of timers.filter(interrupts)) {
        report(timer.id, '定时器不得中断环节：时限届满不能代替有权机关的决定，请改为非中断。');
      }
      const people = elements.filter((element) => is(element, 'bpmn:UserTask'));
      const decided = reachable(people.flatMap(after), () => false);
      for (const timer of timers) {
        for (const step of reachable(after(timer), isPerson)) {
          if (!isPerson(step) && !isHarmless(step, timer, decided)) {
            report(timer.id, `定时器不得通向 ${step.id}：只能催办、通知、上报，或者交给人办理。`);
          }
        }
      }
    },
  }),
};

function interrupts(timer: Element): boolean {
  if (is(timer, 'bpmn:BoundaryEvent')) return timer.cancelActivity !== false;
  return (
    is(timer, 'bpmn:StartEvent') &&
    is(timer.$parent, 'bpmn:SubProcess') &&
    timer.isInterrupting !== false
  );
}

function isPerson(element: Element): boolean {
  return is(element, 'bpmn:UserTask');
}

/** Where tokens go on to: along the flows, and through events on the border that are no timers. */
function after(element: Element): Element[] {
  const caught = boundaryEvents(element).filter(
    (event) => !hasDefinition(event, 'bpmn:TimerEventDefinition'),
  );
  return [...targets(element), ...caught.flatMap(targets)];
}

/** Everything tokens come to from here; what is beyond a stop is left out, the stop itself is not. */
function reachable(from: Element[], stops: (element: Element) => boolean): Set<Element> {
  const seen = new Set<Element>();
  const open = [...from];
  for (let element = open.pop(); element; element = open.pop()) {
    if (seen.has(element)) continue;
    seen.add(element);
    if (!stops(element)) open.push(...after(element));
  }
  return seen;
}

function isHarmless(step: Element, timer: Element, decided: Set<Element>): boolean {
  if (is(step, 'bpmn:Gateway')) return true;
  if (is(step, 'bpmn:Task')) return ['remind', 'notify'].includes(jobType(step) ?? '');
  if (!endsPlainly(step)) return false;
  if (is(step, 'bpmn:IntermediateThrowEvent')) return true;
  // The end of a waiting main flow ends the case; the end beside it, which no decision leads to, nothing.
  return (
    is(step, 'bpmn:EndEvent') && !is(timer, 'bpmn:IntermediateCatchEvent') && !decided.has(step)
  );
}

/** Neither error nor termination: both would end a case without anyone's decision. */
function endsPlainly(event: Element): boolean {
  return list(event, 'eventDefinitions').every(({ $type }) =>
    ['bpmn:EscalationEventDefinition', 'bpmn:MessageEventDefinition'].includes($type),
  );
}
