import { type Element, is, list, one } from '../../../models/element.ts';
import { boundaryEvents, flowElements } from '../../../models/flow.ts';
import { extension } from '../../../models/zeebe.ts';

// What Zeebe 8.6.0 moves: its ProcessInstanceMigrationPreconditions.
const MOVED = [
  'bpmn:UserTask',
  'bpmn:ServiceTask',
  'bpmn:SendTask',
  'bpmn:ReceiveTask',
  'bpmn:BusinessRuleTask',
  'bpmn:ScriptTask',
  'bpmn:SubProcess',
  'bpmn:CallActivity',
  'bpmn:IntermediateCatchEvent',
  'bpmn:ExclusiveGateway',
  'bpmn:EventBasedGateway',
];
const MOVED_EVENTS = [
  'bpmn:MessageEventDefinition',
  'bpmn:TimerEventDefinition',
  'bpmn:SignalEventDefinition',
  'bpmn:ErrorEventDefinition',
];
const EVENTS: Record<string, string> = {
  'bpmn:EscalationEventDefinition': '升级',
  'bpmn:CompensateEventDefinition': '补偿',
  'bpmn:ConditionalEventDefinition': '条件',
  'bpmn:CancelEventDefinition': '取消',
};

/** A process of one version, as it was deployed. */
export type Version = { process: Element; elements: Map<string, Element> };

/** The process of that id in a diagram; undefined when it is not there. */
export function versionOf(definitions: Element, processId: string): Version | undefined {
  const process = list(definitions, 'rootElements').find(
    ({ id, $type }) => $type === 'bpmn:Process' && id === processId,
  );
  if (!process) return undefined;
  const elements = flowElements(process).flatMap((element): [string, Element][] =>
    element.id === undefined ? [] : [[element.id, element]],
  );
  return { process, elements: new Map(elements) };
}

/** How people know the element. */
export function labelOf({ elements }: Version, elementId: string): string {
  return elements.get(elementId)?.name ?? elementId;
}

/**
 * Why no instance can move from one version to the other, wherever it stands; null when they can. The engine
 * refuses processes with event sub-processes of some kinds, in either version.
 */
export function processProblem(source: Version, target: Version): string | null {
  for (const [{ process }, told] of [
    [source, '原版本'],
    [target, '新版本'],
  ] as const) {
    const kind = scopeProblem(process);
    if (kind) {
      return `${told}的流程有由“${kind}”触发的事件子流程，引擎不支持迁移，请让在办项目按原版本办完。`;
    }
  }
  return null;
}

/** Why an instance at this element cannot move; null when it can. */
export function stepProblem(source: Version, target: Version, elementId: string): string | null {
  const from = source.elements.get(elementId);
  const to = target.elements.get(elementId);
  if (!from) return '原版本的模型中找不到这个环节，请联系技术人员。';
  const name = from.name ?? elementId;
  if (!to) return `新版本没有“${name}”，请等项目离开这个环节后再迁移，或按原版本办完。`;
  if (from.$type !== to.$type) return `“${name}”在新版本中换了类型，请按原版本办完。`;
  if (!is(from, ...MOVED)) return `引擎不支持从“${name}”这类位置迁移，请等项目走到下一环节。`;
  if (from.$parent?.id !== to.$parent?.id) {
    return `“${name}”在新版本中移到了另一个子流程，请按原版本办完。`;
  }
  if (loopOf(from) !== loopOf(to)) {
    return `“${name}”在新版本中改变了并行办理的方式，请按原版本办完。`;
  }
  if (isEngineTask(from) !== isEngineTask(to)) {
    return `“${name}”在新版本中换了待办任务的实现方式，请按原版本办完。`;
  }
  return eventProblem(from, to, name);
}

/**
 * The elements an instance at these elements takes with it: each under its own id, and the events that wait beside
 * it where both versions have them, so that a running timer keeps its time.
 */
export function mappedElements(source: Version, target: Version, active: string[]): string[] {
  const waiting = active.flatMap((id) => {
    const element = source.elements.get(id);
    const starts = scopeEvents(element ?? source.process);
    return [...(element ? boundaryEvents(element) : []), ...starts];
  });
  const kept = [...waiting, ...scopeEvents(source.process)].flatMap((event) => {
    const then = target.elements.get(event.id ?? '');
    return then && sameEvent(event, then) ? [event.id ?? ''] : [];
  });
  return [...new Set([...active, ...kept])];
}

function eventProblem(from: Element, to: Element, name: string): string | null {
  for (const [element, told] of [
    [from, '原版本'],
    [to, '新版本'],
  ] as const) {
    const event = boundaryEvents(element).find((boundary) => unmoved(boundary) !== undefined);
    if (event) {
      return `“${name}”在${told}中带有“${unmoved(event)}”类型的边界事件，引擎不支持迁移，请按原版本办完。`;
    }
    const kind = is(element, 'bpmn:SubProcess') ? scopeProblem(element) : undefined;
    if (kind) {
      return `“${name}”在${told}中有由“${kind}”触发的事件子流程，引擎不支持迁移，请按原版本办完。`;
    }
  }
  if (is(from, 'bpmn:IntermediateCatchEvent')) {
    const behindGateway = list(from, 'incoming').some((flow) =>
      is(one(flow, 'sourceRef'), 'bpmn:EventBasedGateway'),
    );
    if (behindGateway || !list(from, 'eventDefinitions').some(isWaiting)) {
      return `引擎不支持从“${name}”这类等待位置迁移，请等项目走到下一环节。`;
    }
  }
  return null;
}

/** The kind of event that starts an event sub-process and that the engine does not move. */
function scopeProblem(scope: Element): string | undefined {
  return scopeEvents(scope).map(unmoved).find(Boolean);
}

function scopeEvents(scope: Element): Element[] {
  return list(scope, 'flowElements')
    .filter((element) => is(element, 'bpmn:SubProcess') && element.triggeredByEvent === true)
    .flatMap((sub) =>
      list(sub, 'flowElements').filter((element) => is(element, 'bpmn:StartEvent')),
    );
}

function unmoved(event: Element): string | undefined {
  const definition = list(event, 'eventDefinitions').find(
    ({ $type }) => !MOVED_EVENTS.includes($type),
  );
  return definition && (EVENTS[definition.$type] ?? definition.$type);
}

function isWaiting({ $type }: Element): boolean {
  return MOVED_EVENTS.slice(0, 3).includes($type);
}

function sameEvent(from: Element, to: Element): boolean {
  const kinds = (event: Element) => list(event, 'eventDefinitions').map(({ $type }) => $type);
  const host = (event: Element) => one(event, 'attachedToRef')?.id ?? event.$parent?.id;
  return (
    from.$type === to.$type && kinds(from).join() === kinds(to).join() && host(from) === host(to)
  );
}

function loopOf(element: Element): string {
  const loop = one(element, 'loopCharacteristics');
  return loop ? (loop.isSequential === true ? 'sequential' : 'parallel') : 'none';
}

function isEngineTask(element: Element): boolean {
  return !is(element, 'bpmn:UserTask') || extension(element, 'zeebe:UserTask') !== undefined;
}
