import type { Element } from './element.ts';

/** A text a file states somewhere: an attribute or a body, with the nearest element people know by its id. */
export type Stated = { element: Element; id: string | undefined; property: string; text: string };

type Property = { name: string; isReference?: boolean };

/** Every text of a BPMN or DMN tree, those of foreign elements and attributes too. */
export function texts(element: Element, around?: string): Stated[] {
  const id = element.id ?? around;
  const own = propertiesOf(element).filter((property) => Object.hasOwn(element, property));
  const stated = own.flatMap((property) =>
    [element[property]].flat().flatMap((value) => {
      if (isElement(value)) return texts(value, id);
      return typeof value === 'string' ? [{ element, id, property, text: value }] : [];
    }),
  );
  const unknown = Object.entries(attributesOf(element));
  return [...stated, ...unknown.map(([property, text]) => ({ element, id, property, text }))];
}

function propertiesOf(element: Element): string[] {
  const descriptor = element.$descriptor as { properties?: Property[] } | undefined;
  // A foreign element has no description: it is looked through as it was written.
  const written = Object.keys(element).filter((name) => name !== '$type' && name !== '$parent');
  return (
    descriptor?.properties?.filter(({ isReference }) => !isReference).map(({ name }) => name) ??
    written
  );
}

function attributesOf(element: Element): Record<string, string> {
  const attributes = element.$attrs;
  return typeof attributes === 'object' && attributes !== null
    ? (attributes as Record<string, string>)
    : {};
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && '$type' in value;
}
