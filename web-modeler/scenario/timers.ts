import { type Element, list, one, text } from '../../models/element.ts';
import { boundaryEvents, hasDefinition } from '../../models/flow.ts';
import { calculated } from './feel.ts';
import { type Instance, visible } from './instance.ts';
import { unwalked } from './kinds.ts';
import type { Walk } from './walk.ts';

/** Every day from an instant on, for ever: the reminder's cycle. */
const DAILY = /^R\d*\/(?<start>[^/]+)\/P1D$/;

/** Sets the timers on an element that begins; one that a scenario does not know is told and never ticks. */
export function setTimers(walk: Walk, host: Instance): void {
  for (const event of boundaryEvents(host.element)) {
    const reason = unwalked(event) ?? (isTimer(event) ? setTimer(walk, event, host) : undefined);
    if (reason) walk.tell({ kind: 'stuck', instance: { ...host, element: event }, text: reason });
  }
}

function isTimer(event: Element): boolean {
  return hasDefinition(event, 'bpmn:TimerEventDefinition');
}

function setTimer(walk: Walk, event: Element, host: Instance): string | undefined {
  const [definition] = list(event, 'eventDefinitions');
  const source = text(one(definition, 'timeCycle'), 'body') ?? '';
  const start = DAILY.exec(String(calculated(source, visible(host))))?.groups?.start ?? '';
  const at = Date.parse(start);
  if (Number.isNaN(at)) return '本设想只走每日一次的定时提醒，这个定时不会触发。';
  walk.timers.push({ at, event, host });
  return undefined;
}
