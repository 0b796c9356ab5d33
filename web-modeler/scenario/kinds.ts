import { type Element, list, one, text } from '../../models/element.ts';
import { hasDefinition } from '../../models/flow.ts';
import { extension, jobType } from '../../models/zeebe.ts';
import { doesJob } from './jobs.ts';

type Check = (element: Element) => string | undefined;

const fine: Check = () => undefined;

/** The kinds of elements a scenario walks, each with what else it must be: exactly those our models use. */
const KINDS: Record<string, Check> = {
  'bpmn:Process': fine,
  'bpmn:StartEvent': (event) =>
    definitionsAre(event, ['bpmn:ErrorEventDefinition', 'bpmn:EscalationEventDefinition']),
  'bpmn:EndEvent': (event) =>
    definitionsAre(event, [
      'bpmn:ErrorEventDefinition',
      'bpmn:EscalationEventDefinition',
      'bpmn:TerminateEventDefinition',
      'bpmn:MessageEventDefinition',
    ]) ?? (hasDefinition(event, 'bpmn:MessageEventDefinition') ? job(event) : undefined),
  'bpmn:BoundaryEvent': (event) =>
    definitionsAre(event, [
      'bpmn:ErrorEventDefinition',
      'bpmn:MessageEventDefinition',
      'bpmn:TimerEventDefinition',
    ]) ?? (hasDefinition(event, 'bpmn:TimerEventDefinition') ? reminder(event) : undefined),
  'bpmn:UserTask': (task) =>
    extension(task, 'zeebe:FormDefinition') ? undefined : '这个环节没有表单，本设想无从选择结论。',
  'bpmn:ServiceTask': job,
  'bpmn:SendTask': job,
  'bpmn:ScriptTask': (task) =>
    extension(task, 'zeebe:Script') ? undefined : '这个脚本环节没有表达式。',
  'bpmn:BusinessRuleTask': (task) =>
    extension(task, 'zeebe:CalledDecision') ? undefined : '这个判定环节没有决策表。',
  'bpmn:CallActivity': (task) =>
    extension(task, 'zeebe:CalledElement') ? undefined : '这个调用环节没有写明子流程。',
  'bpmn:SubProcess': fine,
  'bpmn:ExclusiveGateway': fine,
  'bpmn:ParallelGateway': fine,
};

/** Why a scenario does not walk an element, in Chinese; undefined when it does. */
export function unwalked(element: Element): string | undefined {
  const check = KINDS[element.$type];
  if (!check) {
    return `本设想不走这种图形（${element.$type.replace('bpmn:', '')}），请在测试环境中试办。`;
  }
  if (one(element, 'loopCharacteristics')?.isSequential === true) {
    return '本设想只走同时进行的多实例，不走依次进行的。';
  }
  return check(element);
}

function definitionsAre(event: Element, known: string[]): string | undefined {
  const other = list(event, 'eventDefinitions').find(({ $type }) => !known.includes($type));
  return other && `本设想不走这种事件（${other.$type.replace('bpmn:', '')}），请在测试环境中试办。`;
}

function job(element: Element): string | undefined {
  const type = jobType(element) ?? '';
  return doesJob(type) ? undefined : `作业“${type}”只能在真实流程中办理，本设想到此为止。`;
}

function reminder(event: Element): string | undefined {
  const cycle = list(event, 'eventDefinitions').some((definition) =>
    text(one(definition, 'timeCycle'), 'body'),
  );
  return event.cancelActivity === false && cycle
    ? undefined
    : '本设想只走每日一次的定时提醒，这个定时不会触发。';
}
