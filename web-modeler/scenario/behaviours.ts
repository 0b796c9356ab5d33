import { BpmnError } from '../../law/errors.ts';
import { type Element, list, one, text } from '../../models/element.ts';
import { condition, hasDefinition } from '../../models/flow.ts';
import { extension, jobType } from '../../models/zeebe.ts';
import { codeOf, escalate, startsOf, throwError } from './catching.ts';
import { decide } from './decide.ts';
import { Stuck } from './faults.ts';
import { calculated, holds, type Variables } from './feel.ts';
import { createInstance, type Instance, visible } from './instance.ts';
import { runJob } from './jobs.ts';
import { begin, callOffInside, complete, enter } from './lifecycle.ts';
import type { Walk } from './walk.ts';

type Behaviour = (walk: Walk, instance: Instance) => Promise<void>;

/** What an element does once it has begun; `kinds.ts` lets no other pass. */
const BEHAVIOURS: Record<string, Behaviour> = {
  'bpmn:Process': enterStart,
  'bpmn:SubProcess': enterStart,
  'bpmn:StartEvent': (walk, instance) => complete(walk, instance),
  'bpmn:EndEvent': end,
  'bpmn:UserTask': ask,
  'bpmn:ServiceTask': work,
  'bpmn:SendTask': work,
  'bpmn:ScriptTask': compute,
  'bpmn:BusinessRuleTask': consult,
  'bpmn:CallActivity': call,
  'bpmn:ExclusiveGateway': choose,
  'bpmn:ParallelGateway': (walk, instance) => complete(walk, instance),
};

/** Does what an element of this kind does. */
export async function behave(walk: Walk, instance: Instance): Promise<void> {
  await BEHAVIOURS[instance.element.$type]?.(walk, instance);
}

async function enterStart(walk: Walk, instance: Instance): Promise<void> {
  const { element } = instance;
  const starts = startsOf(element).filter(
    (start) => element.triggeredByEvent === true || list(start, 'eventDefinitions').length === 0,
  );
  const [start] = starts;
  if (!start) throw new Stuck('没有可以进入的开始事件，请改正。');
  enter(walk, instance, start);
}

async function end(walk: Walk, instance: Instance): Promise<void> {
  const { element, scope } = instance;
  if (instance.process === walk.main.process) walk.lastEnd = instance;
  if (hasDefinition(element, 'bpmn:ErrorEventDefinition')) {
    throwError(walk, instance, codeOf(element, 'error') ?? '');
    return;
  }
  if (hasDefinition(element, 'bpmn:EscalationEventDefinition')) {
    escalate(walk, instance, codeOf(element, 'escalation') ?? '');
  }
  if (hasDefinition(element, 'bpmn:TerminateEventDefinition') && scope) {
    callOffInside(walk, scope, instance);
  }
  if (hasDefinition(element, 'bpmn:MessageEventDefinition')) await work(walk, instance);
  else await complete(walk, instance);
}

/** A person's step waits for a choice. */
async function ask(walk: Walk, instance: Instance): Promise<void> {
  walk.open.set(instance.key, instance);
  walk.tell({ kind: 'opened', instance });
}

async function work(walk: Walk, instance: Instance): Promise<void> {
  const produced = await runJob(walk, jobType(instance.element) ?? '', instance).catch((error) => {
    if (!(error instanceof BpmnError)) throw error;
    throwError(walk, instance, error.code);
    return undefined;
  });
  if (produced === undefined) return;
  const problems = messagesOf(produced.problems);
  if (problems.length > 0) {
    const text = `发现 ${problems.length} 处需要补正：${problems.join('')}`;
    walk.tell({ kind: 'decided', instance, text });
  }
  await complete(walk, instance, produced);
}

function messagesOf(problems: unknown): string[] {
  const messages = Array.isArray(problems) ? problems.map((problem) => problem?.message) : [];
  return messages.filter((message) => typeof message === 'string');
}

async function compute(walk: Walk, instance: Instance): Promise<void> {
  const script = extension(instance.element, 'zeebe:Script');
  const value = calculated(text(script, 'expression') ?? '', visible(instance));
  await complete(walk, instance, namedResult(script, value));
}

async function consult(walk: Walk, instance: Instance): Promise<void> {
  const called = extension(instance.element, 'zeebe:CalledDecision');
  const id = text(called, 'decisionId') ?? '';
  const decision = walk.models.decisions.get(id);
  if (!decision) throw new Stuck(`没有决策表“${id}”，请补充后再试。`);
  const { value, annotations } = decide(decision, visible(instance));
  const reasons = annotations.length > 0 ? annotations.join('；') : '没有符合的情形';
  walk.tell({ kind: 'decided', instance, text: reasons });
  await complete(walk, instance, namedResult(called, value));
}

function namedResult(from: Element | undefined, value: unknown): Variables {
  const name = text(from, 'resultVariable');
  return name ? { [name]: value } : {};
}

async function call(walk: Walk, caller: Instance): Promise<void> {
  const called = extension(caller.element, 'zeebe:CalledElement');
  const id = String(calculated(text(called, 'processId') ?? '', visible(caller)));
  const process = walk.models.processes.get(id);
  if (!process) throw new Stuck(`没有流程“${id}”，请补充后再试。`);
  const child = createInstance({ key: caller.key, element: process.element, process, caller });
  // Absent means all, as the engine reads it.
  const given = called?.propagateAllParentVariables === false ? caller.variables : visible(caller);
  const entries = given instanceof Map ? [...given] : Object.entries(given);
  for (const [name, value] of entries) child.variables.set(name, value);
  caller.called = child;
  begin(walk, child);
}

/** The first flow whose condition holds, else the default one. */
async function choose(walk: Walk, instance: Instance): Promise<void> {
  const { element } = instance;
  const flows = list(element, 'outgoing');
  const otherwise = one(element, 'default');
  const variables = visible(instance);
  const chosen =
    flows.find((flow) => flow !== otherwise && isOpen(flow, flows, variables)) ?? otherwise;
  if (!chosen)
    throw new Stuck('没有一个分支的条件成立，流程会停在这里，请补上默认分支或改正条件。');
  await complete(walk, instance, {}, [chosen]);
}

function isOpen(flow: Element, flows: Element[], variables: Variables): boolean {
  const source = condition(flow);
  if (source !== undefined) return holds(source, variables);
  // The only way out needs no condition.
  return flows.length === 1;
}
