import { CalendarError } from '../../law/calendar/index.ts';
import { PermanentError } from '../../law/errors.ts';
import { type Element, list, one, text } from '../../models/element.ts';
import { extension, inputs, listeners, outputs } from '../../models/zeebe.ts';
import { Stuck } from './faults.ts';
import { calculated, type Variables } from './feel.ts';
import {
  createInstance,
  descendants,
  type Instance,
  mergeUp,
  nextKey,
  visible,
} from './instance.ts';
import { runJob } from './jobs.ts';
import { unwalked } from './kinds.ts';
import { setTimers } from './timers.ts';
import type { Walk } from './walk.ts';

/** More elements at one moment than any sound model has: a circle nobody ever leaves. */
const MOST_AT_ONCE = 2000;

/** Does everything that is to be done now, until people are asked or all is over. */
export async function settle(walk: Walk): Promise<void> {
  walk.begun = 0;
  for (let next = walk.queue.shift(); next; next = walk.queue.shift()) {
    const { instance, task } = next;
    if (instance.over) continue;
    try {
      await task();
    } catch (error) {
      // What the engine would report as an incident; the other branches go on.
      if (!isIncident(error)) throw error;
      walk.tell({ kind: 'stuck', instance, text: error.message });
    }
  }
}

function isIncident(error: unknown): error is Error {
  return (
    error instanceof Stuck || error instanceof PermanentError || error instanceof CalendarError
  );
}

/** Puts a token on an element inside a scope. */
export function enter(walk: Walk, scope: Instance, element: Element): Instance {
  const key = nextKey(scope, element.id ?? '');
  return begin(walk, createInstance({ key, element, process: scope.process, scope }));
}

/** Lets an instance begin when its turn in the queue comes. */
export function begin(walk: Walk, instance: Instance): Instance {
  walk.queue.push({ instance, task: () => beginNow(walk, instance) });
  return instance;
}

async function beginNow(walk: Walk, instance: Instance): Promise<void> {
  const { element, turn } = instance;
  walk.begun += 1;
  if (walk.begun > MOST_AT_ONCE) {
    throw new Stuck('流程在这里打转，没有一个环节等人办理，请检查分支条件。');
  }
  const reason = unwalked(element);
  if (reason) throw new Stuck(reason);
  const loop = loopOf(element);
  if (loop && turn === undefined) return beginLoop(walk, instance, loop);

  for (const { source, target } of inputs(element)) {
    instance.variables.set(target, calculated(source, visible(instance)));
  }
  for (const type of listenersAt(element, 'start')) {
    const answer = await runJob(walk, type, instance);
    for (const [name, value] of Object.entries(answer)) instance.variables.set(name, value);
  }
  setTimers(walk, instance);
  await walk.behave(walk, instance);
}

type Loop = { collection: string; item: string; results: string; result: string };

function loopOf(element: Element): Loop | undefined {
  const loop = one(element, 'loopCharacteristics');
  if (!loop) return undefined;
  const zeebe = extension(loop, 'zeebe:LoopCharacteristics');
  return {
    collection: text(zeebe, 'inputCollection') ?? '',
    item: text(zeebe, 'inputElement') ?? '',
    results: text(zeebe, 'outputCollection') ?? '',
    result: text(zeebe, 'outputElement') ?? '',
  };
}

/** The body of a multi-instance element: one instance inside of it for each item, all at once. */
function beginLoop(walk: Walk, body: Instance, { collection, item, results }: Loop): void {
  const items = calculated(collection, visible(body));
  if (!Array.isArray(items)) throw new Stuck(`多实例的清单“${collection}”不是一份清单，请检查。`);
  if (results)
    body.variables.set(
      results,
      items.map(() => null),
    );
  setTimers(walk, body);
  const inner = items.map((value: unknown, turn) => {
    const key = `${body.key}[${typeof value === 'string' ? value : turn + 1}]`;
    const { element, process } = body;
    const instance = createInstance({ key, element, process, scope: body, turn });
    if (item) instance.variables.set(item, value);
    instance.variables.set('loopCounter', turn + 1);
    return instance;
  });
  if (inner.length === 0) leaveLoop(walk, body);
  for (const instance of inner) begin(walk, instance);
}

function leaveTurn(walk: Walk, instance: Instance, body: Instance): void {
  const { results, result } = loopOf(instance.element) ?? { results: '', result: '' };
  const collected = body.variables.get(results);
  if (Array.isArray(collected) && result && instance.turn !== undefined) {
    const value = calculated(result, visible(instance));
    body.variables.set(results, collected.with(instance.turn, value));
  }
  drop(walk, instance);
  if (body.inside.size === 0) leaveLoop(walk, body);
}

function leaveLoop(walk: Walk, body: Instance): void {
  const { results } = loopOf(body.element) ?? { results: '' };
  if (results && body.scope) mergeUp(body.scope, { [results]: body.variables.get(results) });
  leave(walk, body, list(body.element, 'outgoing'));
}

/**
 * An element is through: what it produced goes to the variables around it, by its output mapping if it has one;
 * then its end listeners work, then the token goes on, along all its flows or those given.
 */
export async function complete(
  walk: Walk,
  instance: Instance,
  produced: Variables = {},
  flows: Element[] = list(instance.element, 'outgoing'),
): Promise<void> {
  const { element, scope } = instance;
  const mappings = outputs(element);
  if (mappings.length === 0) mergeUp(instance, produced);
  else {
    for (const [name, value] of Object.entries(produced)) instance.variables.set(name, value);
    const mapped: Variables = {};
    for (const { source, target } of mappings) {
      mapped[target] = calculated(source, { ...visible(instance), ...mapped });
    }
    if (scope) mergeUp(scope, mapped);
  }
  for (const type of listenersAt(element, 'end')) {
    mergeUp(instance, await runJob(walk, type, instance));
  }
  if (instance.turn !== undefined && scope) leaveTurn(walk, instance, scope);
  else leave(walk, instance, flows);
}

function listenersAt(element: Element, moment: 'start' | 'end'): string[] {
  return listeners(element).flatMap((listener) => {
    const [eventType, type] = listener.split(' ');
    return eventType === moment && type ? [type] : [];
  });
}

function leave(walk: Walk, instance: Instance, flows: Element[]): void {
  const { scope, caller } = instance;
  drop(walk, instance);
  if (scope) {
    for (const flow of flows) take(walk, scope, flow);
    completeIfEmpty(walk, scope);
  } else if (caller) {
    caller.called = undefined;
    const variables = Object.fromEntries(instance.variables);
    walk.queue.push({ instance: caller, task: () => answerCall(walk, caller, variables) });
  } else {
    walk.tell({ kind: 'over', instance: walk.lastEnd ?? instance });
  }
}

async function answerCall(walk: Walk, caller: Instance, variables: Variables): Promise<void> {
  const called = extension(caller.element, 'zeebe:CalledElement');
  const mapped = outputs(caller.element).length > 0;
  // Absent means all, as the engine reads it.
  const all = called?.propagateAllChildVariables !== false;
  await complete(walk, caller, all || mapped ? variables : {});
}

/** A token goes along a flow; before a joining gateway it waits for those of the other flows. */
function take(walk: Walk, scope: Instance, flow: Element): void {
  const target = one(flow, 'targetRef');
  if (!target) throw new Stuck(`连线 ${flow.id} 没有终点，请改正。`);
  const incoming = list(target, 'incoming').map(({ id = '' }) => id);
  if (target.$type !== 'bpmn:ParallelGateway' || incoming.length < 2) {
    enter(walk, scope, target);
    return;
  }
  const { joining } = scope;
  const add = (id: string, tokens: number) => joining.set(id, (joining.get(id) ?? 0) + tokens);
  add(flow.id ?? '', 1);
  if (!incoming.every((id) => (joining.get(id) ?? 0) > 0)) return;
  for (const id of incoming) add(id, -1);
  enter(walk, scope, target);
}

/** A scope is through when nothing is on its way inside of it. */
function completeIfEmpty(walk: Walk, scope: Instance): void {
  const waiting = [...scope.joining.values()].some((tokens) => tokens > 0);
  if (scope.over || scope.inside.size > 0 || waiting) return;
  walk.queue.push({
    instance: scope,
    // A sub-process that waits for an escalation may have begun inside meanwhile.
    task: async () => void (scope.inside.size === 0 && (await complete(walk, scope))),
  });
}

/** Calls an instance off with everything inside of it. */
export function callOff(walk: Walk, instance: Instance): void {
  for (const one of [...descendants(instance), instance]) {
    if (walk.open.has(one.key)) walk.tell({ kind: 'called-off', instance: one });
    drop(walk, one);
  }
}

/** Calls off everything inside of a scope, except the one that asks for it. */
export function callOffInside(walk: Walk, scope: Instance, except?: Instance): void {
  for (const inner of [...scope.inside]) {
    if (inner !== except) callOff(walk, inner);
  }
  scope.joining.clear();
}

function drop(walk: Walk, instance: Instance): void {
  instance.over = true;
  instance.scope?.inside.delete(instance);
  walk.open.delete(instance.key);
  walk.timers = walk.timers.filter(({ host }) => host !== instance);
}
