import { outcomeWord } from '../../law/outcomes.ts';
import { text } from '../../models/element.ts';
import { boundaryEvents, hasDefinition } from '../../models/flow.ts';
import type { Form } from '../../models/form.ts';
import { extension } from '../../models/zeebe.ts';
import { answerOf, outcomesOf } from './answers.ts';
import type { Choice, Visit } from './api.ts';
import { trigger } from './catching.ts';
import { ScenarioError } from './faults.ts';
import { type Instance, visible } from './instance.ts';
import { complete, settle } from './lifecycle.ts';
import type { Walk } from './walk.ts';

/** The form a person fills at a step. */
export function formOf(walk: Walk, { element }: Instance): Form | undefined {
  return walk.models.forms.get(text(extension(element, 'zeebe:FormDefinition'), 'formId') ?? '');
}

/** What may be chosen at a step: the outcomes of its form, and the messages that end it. */
export function outcomesAt(walk: Walk, instance: Instance): Visit['outcomes'] {
  const messages = boundaryEvents(instance.element).filter((event) =>
    hasDefinition(event, 'bpmn:MessageEventDefinition'),
  );
  return [
    ...outcomesOf(formOf(walk, instance)),
    ...messages.map(({ id = '', name = '' }) => ({ value: id, label: name })),
  ];
}

/**
 * A person finishes a step, or the message that ends it comes.
 * @throws ScenarioError `bad-choice` when the step cannot end so
 */
export async function act(walk: Walk, instance: Instance, choice: Choice, index: number) {
  const label = instance.element.name ?? '';
  const outcomes = outcomesAt(walk, instance);
  const chosen = outcomes.find(({ value }) => value === choice.outcome);
  if (!chosen) {
    const offered = outcomes.map((outcome) => outcome.label).join('、') || '无';
    const message = `“${label}”没有结论“${outcomeWord(choice.outcome)}”，可以选择：${offered}。`;
    throw new ScenarioError('bad-choice', message, index);
  }
  const message = boundaryEvents(instance.element).find(({ id }) => id === choice.outcome);
  walk.tell({ kind: 'closed', instance, outcome: choice.outcome });
  if (message) {
    walk.open.delete(instance.key);
    // What `withdraw` tells the process with its message.
    trigger(walk, instance, message, { withdrawal: choice.answer });
  } else {
    const answer = answerOf(formOf(walk, instance), choice, visible(instance));
    walk.queue.push({ instance, task: () => complete(walk, instance, answer) });
  }
  await settle(walk);
}
