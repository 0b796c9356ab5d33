import { type Element, list, one, text } from './element.ts';

/** A mapping's FEEL source and its target variable. */
export type Mapping = { source: string; target: string };

/** A Zeebe extension of the element by its type (`zeebe:FormDefinition`), or undefined. */
export function extension(element: Element, type: string): Element | undefined {
  return list(one(element, 'extensionElements'), 'values').find((value) => value.$type === type);
}

/** What the element takes in, in the order of the file. */
export function inputs(element: Element): Mapping[] {
  return mappings(element, 'inputParameters');
}

/** What the element gives back to its scope, in the order of the file. */
export function outputs(element: Element): Mapping[] {
  return mappings(element, 'outputParameters');
}

/** The source of the input of that name; undefined when there is none. */
export function input(element: Element, target: string): string | undefined {
  return inputs(element).find((mapping) => mapping.target === target)?.source;
}

/** Execution listeners as `start open-task`, in the order of the file. */
export function listeners(element: Element): string[] {
  return list(extension(element, 'zeebe:ExecutionListeners'), 'listeners').map((listener) =>
    [text(listener, 'eventType') ?? '', text(listener, 'type') ?? ''].join(' '),
  );
}

/** The job type of a service task, a send task or a message end event. */
export function jobType(element: Element): string | undefined {
  return text(extension(element, 'zeebe:TaskDefinition'), 'type');
}

function mappings(element: Element, property: string): Mapping[] {
  return list(extension(element, 'zeebe:IoMapping'), property).map((mapping) => ({
    source: text(mapping, 'source') ?? '',
    target: text(mapping, 'target') ?? '',
  }));
}
