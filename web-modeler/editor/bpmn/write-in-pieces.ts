/** The parts of moddle used here. */
type Model = {
  $type: string;
  $attrs: Record<string, unknown>;
  $descriptor: { properties: { name: string }[] };
  get(property: string): unknown;
};
type Writer = {
  create(type: string, properties?: object): Model;
  toXML(element: Model, options: { preamble: boolean }): Promise<{ xml: string }>;
};

const ELEMENTS_AT_ONCE = 8;
const PROLOG = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = /\s(xmlns(?::\w+)?)="([^"]*)"/g;

/**
 * Writes a diagram as XML, a few elements at a time, so that the page can draw and hear keys in between: at
 * once it takes longer than a key may wait. What is written means the same as moddle's own text, with
 * other white space.
 * @param breathe is waited for between the pieces; false from it ends the writing with undefined
 */
export async function writeInPieces(
  moddle: Writer,
  definitions: Model,
  breathe: () => Promise<boolean>,
): Promise<string | undefined> {
  const texts = new Map<string, string>();
  const declared = new Map(
    Object.entries(definitions.$attrs).filter(([name]) => isNamespace(name)),
  );
  const used = new Map<string, string>();

  async function written(element: Model): Promise<string> {
    const { xml } = await moddle.toXML(element, { preamble: false });
    return xml.trim();
  }

  /** A container without its contents; a mark stands where they go. */
  async function emptied(
    container: Model,
    property: string,
    kind: string,
  ): Promise<Model | undefined> {
    const contents = modelsIn(container.get(property));
    // With namespaces of its own its contents cannot be written apart from it.
    if (contents.length === 0 || Object.keys(container.$attrs).some(isNamespace)) return container;
    const pieces: string[] = [];
    for (let from = 0; from < contents.length; from += ELEMENTS_AT_ONCE) {
      const piece = moddle.create(container.$type, {
        [property]: contents.slice(from, from + ELEMENTS_AT_ONCE),
      });
      Object.assign(piece.$attrs, Object.fromEntries(declared));
      const xml = await written(piece);
      const opening = openingOf(xml);
      for (const [, name = '', value = ''] of opening.matchAll(NAMESPACE)) used.set(name, value);
      pieces.push(xml.slice(opening.length, xml.lastIndexOf('</')));
      if (!(await breathe())) return undefined;
    }
    const mark = `written-apart-${texts.size}`;
    texts.set(mark, pieces.join(''));
    return copyOf(container, { [property]: [moddle.create(kind, { id: mark })] });
  }

  function copyOf(element: Model, changed: Record<string, unknown>): Model {
    const copy = moddle.create(element.$type, { ...ownOf(element), ...changed });
    Object.assign(copy.$attrs, element.$attrs);
    return copy;
  }

  const roots: unknown[] = [];
  for (const root of modelsIn(definitions.get('rootElements'))) {
    const isProcess = root.$type === 'bpmn:Process';
    const shell = isProcess ? await emptied(root, 'flowElements', 'bpmn:Task') : root;
    if (!shell) return undefined;
    roots.push(shell);
  }
  const diagrams: unknown[] = [];
  for (const diagram of modelsIn(definitions.get('diagrams'))) {
    const [plane] = modelsIn([diagram.get('plane')]);
    const shell = plane && (await emptied(plane, 'planeElement', 'bpmndi:BPMNShape'));
    if (plane && !shell) return undefined;
    diagrams.push(shell ? copyOf(diagram, { plane: shell }) : diagram);
  }

  let xml = await written(copyOf(definitions, { rootElements: roots, diagrams }));
  for (const [mark, text] of texts) {
    xml = xml.replace(new RegExp(`<[^<>]* id="${mark}"[^<>]*/>`), () => text);
  }
  return PROLOG + withNamespaces(xml, used, [...declared.keys()]);
}

/** The text with these namespaces declared beside its own: first those of the order given, as moddle does. */
function withNamespaces(xml: string, further: Map<string, string>, order: string[]): string {
  const opening = openingOf(xml);
  const all = new Map(further);
  for (const [, name = '', value = ''] of opening.matchAll(NAMESPACE)) all.set(name, value);
  const names = [...order.filter((name) => all.has(name)), ...all.keys()];
  const declarations = [...new Set(names)].map((name) => ` ${name}="${all.get(name)}"`).join('');
  const bare = opening.replace(NAMESPACE, '');
  const [start = ''] = /^<[\w:.-]+/.exec(bare) ?? [];
  return start + declarations + bare.slice(start.length) + xml.slice(opening.length);
}

/** The first tag; moddle writes no `>` into attributes. */
function openingOf(xml: string): string {
  return xml.slice(0, xml.indexOf('>') + 1);
}

function isNamespace(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}

function modelsIn(value: unknown): Model[] {
  return Array.isArray(value) ? value.filter((each) => each !== undefined && each !== null) : [];
}

/** What an element holds itself; its references cannot be enumerated. */
function ownOf(element: Model): Record<string, unknown> {
  const names = element.$descriptor.properties.map(({ name }) => name);
  const held = names.filter((name) => Object.hasOwn(element, name));
  return Object.fromEntries(held.map((name) => [name, element.get(name)]));
}
