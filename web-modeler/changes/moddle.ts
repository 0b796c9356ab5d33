import { type Element, is, list, one, text } from '../../models/element.ts';
import { asOrder, type Entity, ORDER } from './entity.ts';

type Property = { name: string; isReference?: boolean; default?: unknown };

/** How a text is taken apart. */
export type Reading = {
  /** Which elements stand for themselves; what is inside of others counts as theirs. */
  isEntity: (element: Element) => boolean;
  /** What items of a list are known by; undefined: their place in it. */
  key: (item: Element, index: number) => string | undefined;
};

/** The file as a whole, in the place of an element's id. */
export const FILE = '';

// Told by the flows themselves; where both disagree, the reader of diagrams says so.
const DERIVED = new Set(['incoming', 'outgoing', 'boundaryEventRefs', 'lanes']);
const DRAWINGS = ['diagrams', 'dmnDI'];

/**
 * Everything a BPMN or DMN text says, by the id of the thing it says it about. Nothing is left out: attributes that
 * no schema knows and foreign elements are facts too. What only the drawing says is kept apart.
 */
export function readEntities(
  definitions: Element,
  warnings: string[],
  { isEntity, key }: Reading,
): Map<string, Entity<Element>> {
  const entities = new Map<string, Entity<Element>>();
  const open = (element: Element, id: string): Entity<Element> => {
    const entity = {
      ...{ id, facts: new Map(), defaults: new Map(), drawing: new Map() },
      source: element,
    };
    entities.set(id, entity);
    return entity;
  };

  const visit = (element: Element, owner: Entity<Element>, place: string): void => {
    for (const [name, value] of statements(element)) {
      if (element !== owner.source || name !== 'id') owner.facts.set(`${place}${name}`, value);
    }
    for (const [name, value] of defaults(element)) owner.defaults.set(`${place}${name}`, value);
    for (const [name, items] of children(element)) {
      if (DRAWINGS.includes(name)) continue;
      for (const item of items.filter(isEntity)) visitEntity(item, owner);
      const own = keyed(
        items.filter((item) => !isEntity(item)),
        key,
      );
      for (const [itemKey, item] of own) {
        owner.facts.set(`${place}${name}[${itemKey}]/$type`, item.$type);
        visit(item, owner, `${place}${name}[${itemKey}]/`);
      }
      if (own.length > 1) owner.facts.set(`${place}${name}${ORDER}`, asOrder(own.map(([k]) => k)));
    }
  };
  const visitEntity = (element: Element, parent: Entity<Element>): void => {
    const own = open(element, element.id ?? FILE);
    own.facts.set('$type', element.$type);
    own.facts.set('$scope', parent.id);
    visit(element, own, '');
  };

  const file = open(definitions, FILE);
  visit(definitions, file, '');
  file.facts.set('id', definitions.id ?? '');
  for (const warning of warnings) file.facts.set(`$warning ${warning}`, warning);
  readDrawing(definitions, entities, file);
  return entities;
}

/** Where everything is drawn: kept with the thing that is drawn, or with the file. */
function readDrawing(
  definitions: Element,
  entities: Map<string, Entity<Element>>,
  file: Entity<Element>,
): void {
  const visit = (element: Element, owner: Entity<Element>, place: string): void => {
    const drawn = one(element, 'bpmnElement') ?? one(element, 'dmnElementRef');
    const mine = entities.get(drawn?.id ?? owner.id) ?? owner;
    mine.drawing.set(`${place}$type`, element.$type);
    for (const [name, value] of statements(element)) mine.drawing.set(`${place}${name}`, value);
    for (const [name, value] of defaults(element)) mine.defaults.set(`${place}${name}`, value);
    for (const [name, items] of children(element)) {
      for (const [index, item] of items.entries()) {
        visit(item, mine, `${place}${name}[${item.id ?? index}]/`);
      }
    }
  };
  const dmn = one(definitions, 'dmnDI');
  for (const diagram of [...list(definitions, 'diagrams'), ...(dmn ? [dmn] : [])]) {
    visit(diagram, file, 'drawing/');
  }
}

/** What an element states as text: attributes, known or not, bodies, and references as the ids they name. */
function statements(element: Element): [name: string, value: string][] {
  const known = properties(element).flatMap(({ name, isReference }): [string, string][] => {
    if (DERIVED.has(name) || !Object.hasOwn(element, name)) return [];
    const values = [element[name]].flat();
    if (isReference) return [[name, values.map(referred).join('、')]];
    const texts = values.filter((value) => !isElement(value) && value !== undefined);
    return texts.length > 0 ? [[name, texts.map(String).join('、')]] : [];
  });
  const unknown = Object.entries((element.$attrs as Record<string, unknown> | undefined) ?? {});
  return [...known, ...unknown.map(([name, value]): [string, string] => [name, String(value)])];
}

/** What the standard says of attributes that are not stated; an editor that writes anew may leave those out. */
function defaults(element: Element): [name: string, value: string][] {
  return properties(element).flatMap(({ name, default: value }) =>
    value === undefined ? [] : [[name, String(value)]],
  );
}

function children(element: Element): [name: string, items: Element[]][] {
  return properties(element).flatMap(({ name, isReference }) => {
    if (isReference || !Object.hasOwn(element, name)) return [];
    const items = [element[name]].flat().filter(isElement);
    return items.length > 0 ? [[name, items]] : [];
  });
}

function properties(element: Element): Property[] {
  const descriptor = element.$descriptor as { properties?: Property[] } | undefined;
  // A foreign element: whatever it has, as it was written.
  return (
    descriptor?.properties ??
    Object.keys(element)
      .filter((name) => name !== '$type' && name !== '$parent')
      .map((name) => ({ name }))
  );
}

function keyed(items: Element[], key: Reading['key']): [key: string, item: Element][] {
  const met = new Map<string, number>();
  return items.map((item, index) => {
    const name = key(item, index) ?? String(index);
    const times = (met.get(name) ?? 0) + 1;
    met.set(name, times);
    return [times === 1 ? name : `${name} ${times}`, item];
  });
}

function referred(value: unknown): string {
  return isElement(value) ? (value.id ?? '') : String(value);
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && '$type' in value;
}

/** Keys of Zeebe's lists and of extensions; everything else is known by its place. */
export function extensionKey(item: Element): string | undefined {
  switch (item.$type) {
    case 'zeebe:Input':
    case 'zeebe:Output':
      return text(item, 'target');
    case 'zeebe:ExecutionListener':
    case 'zeebe:TaskListener':
      return `${text(item, 'eventType')} ${text(item, 'type')}`;
    case 'zeebe:Header':
      return text(item, 'key');
    case 'zeebe:Property':
      return text(item, 'name');
    default:
      return is(item.$parent, 'bpmn:ExtensionElements', 'dmn:ExtensionElements')
        ? item.$type
        : undefined;
  }
}
