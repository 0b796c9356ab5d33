/** The parts of moddle used here. */
type Model = { $type: string; $attrs: Record<string, unknown>; get(property: string): unknown };
type Writer = {
  create(type: string, properties?: object): Model;
  toXML(element: Model, options: { preamble: boolean }): Promise<{ xml: string }>;
};

const ELEMENTS_AT_ONCE = 8;
const NAMESPACE = /\sxmlns(?::\w+)?="[^"]*"/g;

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
  const namespaces = new Set<string>();

  async function written(element: Model): Promise<string> {
    const { xml } = await moddle.toXML(element, { preamble: false });
    return xml;
  }

  /** A container without its contents; a mark stands where they go. */
  async function emptied(
    container: Model,
    property: string,
    kind: string,
  ): Promise<Model | undefined> {
    const contents = modelsIn(container.get(property));
    const pieces: string[] = [];
    for (let from = 0; from < contents.length; from += ELEMENTS_AT_ONCE) {
      const piece = moddle.create(container.$type, {
        [property]: contents.slice(from, from + ELEMENTS_AT_ONCE),
      });
      Object.assign(piece.$attrs, namespacesOf(definitions));
      const xml = await written(piece);
      const opening = xml.slice(0, xml.indexOf('>') + 1);
      for (const [namespace] of opening.matchAll(NAMESPACE)) namespaces.add(namespace);
      pieces.push(xml.slice(opening.length, xml.lastIndexOf('</')));
      if (!(await breathe())) return undefined;
    }
    const mark = `Pieces_${texts.size}`;
    texts.set(mark, pieces.join(''));
    const place = contents.length > 0 ? [moddle.create(kind, { id: mark })] : [];
    return copyOf(container, { [property]: place });
  }

  function copyOf(element: Model, changed: Record<string, unknown>): Model {
    const copy = moddle.create(element.$type, { ...ownOf(element), ...changed });
    Object.assign(copy.$attrs, element.$attrs);
    return copy;
  }

  function modelsIn(value: unknown): Model[] {
    return Array.isArray(value) ? value : [];
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
  const opening = xml.slice(0, xml.indexOf('>'));
  const missing = [...namespaces].filter((namespace) => !opening.includes(namespace));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${opening}${missing.join('')}${xml.slice(opening.length)}`;
}

function namespacesOf({ $attrs }: Model): Record<string, unknown> {
  return Object.fromEntries(Object.entries($attrs).filter(([name]) => name.startsWith('xmlns')));
}

function ownOf(element: Model): Record<string, unknown> {
  return Object.fromEntries(Object.entries(element).filter(([name]) => !name.startsWith('$')));
}
