import { noticeHomes } from './common.ts';
import { type Element, is, list, one, text } from './element.ts';
import { constantOf, reads } from './feel.ts';
import { condition, flowElements } from './flow.ts';
import { extension, input, inputs, jobType, listeners, outputs } from './zeebe.ts';

/** What of other files the elements of a diagram read, by the id there; a notice by `<process-id>/<name>`. */
export type ReadElsewhere = {
  decisions: Record<string, string[]>;
  forms: Record<string, string[]>;
  notices: Record<string, string[]>;
  /** What the first step of a called process takes over from its caller. */
  takenOver: Record<string, string[]>;
};

/** A variable of the process that an element reads. */
export type VariableRead = { name: string; elementId: string };

/** What open-task answers to a user task; local to it (design.md, the one pattern). */
const OF_OPEN_TASK = 'assignee,candidateGroups,dueDate,clock,history,shown,onBehalfOf'.split(',');

/** What every job is told of its project, beside what its element maps. */
const OF_THE_CASE = ['projectId', 'proceedingId', 'application'];

/** What else jobs look at without an input mapping, by their type. */
const BY_JOBS: Record<string, string[]> = {
  withdraw: ['result_Task_ConfirmWithdrawal'],
  'close-project': ['withdrawnBy', 'classified'],
};

/** What `notify` knows by itself, of what its notices name. */
const OF_NOTIFY = ['rejections'];

/** What a first step has from its job, by the type: whatever a caller says of it does not count. */
const GIVEN: Record<string, string[]> = { 'enter-process': ['projectId', 'proceedingId'] };

/** The start event by which a process begins, and the service task right behind it, where there is one. */
export function firstStepOf(process: Element): { start?: Element; step?: Element } {
  const start = list(process, 'flowElements').find((element) => is(element, 'bpmn:StartEvent'));
  const behind = one(list(start, 'outgoing')[0], 'targetRef');
  const step = is(behind, 'bpmn:ServiceTask') ? behind : undefined;
  return { ...(start && { start }), ...(step && { step }) };
}

/** The names a first step takes over from what the process was started with, beside what it needs to prove. */
export function takenOver(process: Element): string[] {
  const { step } = firstStepOf(process);
  if (!step) return [];
  const given = GIVEN[jobType(step) ?? ''] ?? [];
  const names = outputs(step).flatMap(({ source }) => reads(source));
  return unique(names.map(({ name }) => name).filter((name) => !given.includes(name)));
}

/**
 * Every variable of a process that some element of it reads: in conditions, mappings, collections, decisions, forms,
 * notices, correlation keys, timers and jobs, and on behalf of the processes it calls. Local ones are left out, and
 * what its first step takes in.
 */
export function variablesRead(process: Element, elsewhere: ReadElsewhere): VariableRead[] {
  const { step } = firstStepOf(process);
  const own = flowElements(process)
    .filter((element) => element !== step)
    .flatMap((element) => readBy(element, elsewhere));
  const atTheEnd = listeners(process).flatMap((listener) => readByJob(listener.split(' ')[1]));
  return [...own, ...atTheEnd.map((name) => ({ name, elementId: process.id ?? '' }))];
}

function readBy(element: Element, elsewhere: ReadElsewhere): VariableRead[] {
  const around = localsAround(element.$parent);
  const found: string[] = [];
  const look = (names: string[], local: Set<string>) =>
    found.push(...names.filter((name) => !local.has(name)));
  const feel = (source: string | undefined, local: Set<string>) =>
    look(source === undefined ? [] : reads(source).map(({ name }) => name), local);

  if (is(element, 'bpmn:SequenceFlow')) feel(condition(element), around);
  const loop = one(element, 'loopCharacteristics');
  const many = loop && extension(loop, 'zeebe:LoopCharacteristics');
  feel(text(many, 'inputCollection'), around);

  const local = new Set([...around, ...itemOf(element)]);
  for (const { source, target } of inputs(element)) {
    feel(source, local);
    local.add(target);
  }
  for (const name of answersOf(element)) local.add(name);

  for (const [type, properties] of Object.entries(EXPRESSIONS)) {
    for (const property of properties) feel(text(extension(element, type), property), local);
  }
  const host = one(element, 'attachedToRef');
  const waits = host ? new Set([...around, ...localsOf(host)]) : local;
  for (const event of list(element, 'eventDefinitions')) {
    for (const timer of ['timeCycle', 'timeDate', 'timeDuration']) {
      // A timer's text is an expression with or without its sign.
      const body = text(one(event, timer), 'body');
      feel(body?.replace(/^=?/, '='), waits);
    }
    feel(correlationKey(event), waits);
  }
  feel(correlationKey(element), local);
  look(byReference(element, elsewhere), local);
  for (const type of [jobType(element), ...listeners(element).map((one) => one.split(' ')[1])]) {
    look(readByJob(type), local);
  }
  if (input(element, 'limitDays') !== undefined) look([`clock_${element.id}`], local);

  const result = ['zeebe:Script', 'zeebe:CalledDecision'].flatMap(
    (type) => text(extension(element, type), 'resultVariable') ?? [],
  );
  const mapped = new Set([...local, ...result]);
  for (const { source } of outputs(element)) feel(source, mapped);
  feel(text(many, 'outputElement'), local);
  return unique(found).map((name) => ({ name, elementId: element.id ?? '' }));
}

const EXPRESSIONS: Record<string, string[]> = {
  'zeebe:AssignmentDefinition': ['assignee', 'candidateGroups', 'candidateUsers'],
  'zeebe:TaskSchedule': ['dueDate', 'followUpDate'],
  'zeebe:PriorityDefinition': ['priority'],
  'zeebe:TaskDefinition': ['type', 'retries'],
  'zeebe:CalledElement': ['processId'],
  'zeebe:CalledDecision': ['decisionId'],
  'zeebe:FormDefinition': ['formId'],
  'zeebe:Script': ['expression'],
};

function correlationKey(holder: Element): string | undefined {
  const message = one(holder, 'messageRef');
  return message && text(extension(message, 'zeebe:Subscription'), 'correlationKey');
}

function byReference(element: Element, elsewhere: ReadElsewhere): string[] {
  const decision = text(extension(element, 'zeebe:CalledDecision'), 'decisionId') ?? '';
  const form = is(element, 'bpmn:UserTask')
    ? text(extension(element, 'zeebe:FormDefinition'), 'formId')
    : undefined;
  const called = extension(element, 'zeebe:CalledElement');
  // With false only what the call itself maps is handed down.
  const handedDown =
    called && called.propagateAllParentVariables !== false ? text(called, 'processId') : undefined;
  const template = jobType(element) === 'notify' ? constantOf(input(element, 'template')) : '';
  const [notice] = noticeHomes(processId(element)).flatMap((home) => {
    const names = elsewhere.notices[`${home}/${template}`];
    return names ? [names] : [];
  });
  return [
    ...(elsewhere.decisions[decision] ?? []),
    ...(elsewhere.forms[form ?? ''] ?? []),
    ...(elsewhere.takenOver[handedDown ?? ''] ?? []),
    ...(notice ?? []).filter((name) => !OF_NOTIFY.includes(name)),
  ];
}

function processId(element: Element): string {
  return is(element, 'bpmn:Process') ? (element.id ?? '') : processId(element.$parent ?? element);
}

function readByJob(type: string | undefined): string[] {
  return type === undefined ? [] : [...OF_THE_CASE, ...(BY_JOBS[type] ?? [])];
}

/** The names local to the elements around: what sub-processes map, and the item of a list that is gone through. */
function localsAround(scope: Element | undefined): Set<string> {
  if (!scope || !is(scope, 'bpmn:SubProcess')) return new Set();
  return new Set([...localsAround(scope.$parent), ...localsOf(scope)]);
}

function localsOf(element: Element): string[] {
  return [
    ...itemOf(element),
    ...inputs(element).map(({ target }) => target),
    ...answersOf(element),
  ];
}

function itemOf(element: Element): string[] {
  const loop = one(element, 'loopCharacteristics');
  if (!loop) return [];
  const item = text(extension(loop, 'zeebe:LoopCharacteristics'), 'inputElement');
  return ['loopCounter', ...(item === undefined ? [] : [item])];
}

function answersOf(element: Element): string[] {
  return listeners(element).includes('start open-task') ? OF_OPEN_TASK : [];
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}
