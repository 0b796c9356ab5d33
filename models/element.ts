/** A point or a rectangle of the drawing, in pixels. */
export type Point = { x: number; y: number };
export type Bounds = Point & { width: number; height: number };

/**
 * A moddle element, BPMN or DMN. Properties are `unknown` on purpose: they come from a file that
 * people edit, so a reader below decides what they are.
 */
export type Element = {
  $type: string;
  $parent?: Element;
  id?: string;
  name?: string;
  $instanceOf?(type: string): boolean;
  [property: string]: unknown;
};

/** The element's own text property, or undefined when it is absent or empty. */
export function text(element: Element | undefined, property: string): string | undefined {
  const value = element?.[property];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The elements of a list property; an absent property is an empty list. */
export function list(element: Element | undefined, property: string): Element[] {
  const value = element?.[property];
  return Array.isArray(value) ? (value as Element[]) : [];
}

/** The one element of a property: a child, or what a reference points at. */
export function one(element: Element | undefined, property: string): Element | undefined {
  const value = element?.[property];
  return typeof value === 'object' && value !== null && '$type' in value
    ? (value as Element)
    : undefined;
}

/** What the element's documentation says; empty when it has none. */
export function documentation(element: Element): string {
  return list(element, 'documentation')
    .map((part) => text(part, 'text') ?? '')
    .join(' ');
}

/** Whether the element is of a type or of one derived from it (`bpmn:Task` holds for a user task). */
export function is(element: Element | undefined, ...types: string[]): boolean {
  return types.some((type) => element?.$instanceOf?.(type) === true);
}
