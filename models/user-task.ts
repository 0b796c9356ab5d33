import { type Element, is, list, one, text } from './element.ts';
import { constantOf, feelValue, reads } from './feel.ts';
import { condition, processOf } from './flow.ts';
import { extension, input, inputs, outputs } from './zeebe.ts';

/** One way out of the gateway behind a task; without a condition it is the default flow. */
export type WayOut = { id: string; condition: string | undefined; target: string };

/** A user task as the rules over forms and over other diagrams see it. */
export type UserTask = {
  processId: string;
  id: string;
  formId: string | undefined;
  /** On which side it is; undefined when that is no constant. */
  role: string | undefined;
  /** Whether it has a limit in days. */
  timed: boolean;
  /** Names of the input mappings: what is local to the task. */
  inputs: string[];
  /** Names the output mapping reads: what of it is kept. */
  kept: string[];
  /** Fields of `result_<id>`; undefined when the output mapping does not say. */
  fields: string[] | undefined;
  /** Ways out of the exclusive gateway behind it, in the order of the file; the default flow last. */
  ways: WayOut[];
};

/** Reads a user task's facts. */
export function readUserTask(task: Element): UserTask {
  const results = outputs(task);
  const fields = results
    .filter(({ target }) => target === `result_${task.id}`)
    .map(({ source }) => resultFields(source))[0];
  return {
    processId: processOf(task)?.id ?? '',
    id: task.id ?? '',
    formId: text(extension(task, 'zeebe:FormDefinition'), 'formId'),
    role: textOf(input(task, 'role')),
    timed: input(task, 'limitDays') !== undefined,
    inputs: inputs(task).map(({ target }) => target),
    kept: results.flatMap(({ source }) => reads(source)).map(({ name }) => name),
    fields,
    ways: gatewayBehind(task)?.ways ?? [],
  };
}

/** The exclusive gateway the task's only flow leads to, with its ways out; undefined for any other end. */
export function gatewayBehind(task: Element): { gateway: Element; ways: WayOut[] } | undefined {
  const [flow, ...others] = list(task, 'outgoing');
  const gateway = one(flow, 'targetRef');
  if (others.length > 0 || !gateway || !is(gateway, 'bpmn:ExclusiveGateway')) return undefined;
  const ways = list(gateway, 'outgoing').map((way) => ({
    id: way.id ?? '',
    condition: condition(way),
    target: one(way, 'targetRef')?.id ?? '',
  }));
  return { gateway, ways: ways.sort((a, b) => Number(!a.condition) - Number(!b.condition)) };
}

function textOf(source: string | undefined): string | undefined {
  const value = constantOf(source);
  return typeof value === 'string' ? value : undefined;
}

function resultFields(source: string): string[] | undefined {
  const nothing = Object.fromEntries(reads(source).map(({ name }) => [name, null]));
  const value = feelValue(source, nothing);
  return typeof value === 'object' && value !== null ? Object.keys(value) : undefined;
}
