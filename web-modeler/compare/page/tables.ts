/** A decision with its table as it is read by people: named columns, rules with a cell in each. */
export type Table = {
  id: string;
  name: string;
  hitPolicy: string;
  columns: { id: string; kind: 'input' | 'output' | 'note'; label: string; expression: string }[];
  rules: { id: string; cells: Map<string, string> }[];
};

/** The decision tables of a DMN text; none when it has no table or cannot be read. */
export function readTables(source: string): Table[] {
  const xml = new DOMParser().parseFromString(source, 'text/xml');
  return [...xml.getElementsByTagNameNS('*', 'decisionTable')].map((table) => {
    const decision = table.parentElement;
    const inputs = childrenOf(table, 'input');
    const outputs = childrenOf(table, 'output');
    return {
      id: decision?.id ?? table.id,
      name: decision?.getAttribute('name') ?? table.id,
      hitPolicy: table.getAttribute('hitPolicy') ?? 'UNIQUE',
      columns: [
        ...inputs.map((input) => ({
          id: input.id,
          kind: 'input' as const,
          label: input.getAttribute('label') ?? '',
          expression: textOf(childrenOf(input, 'inputExpression')[0]),
        })),
        ...outputs.map((output) => ({
          id: output.id,
          kind: 'output' as const,
          label: output.getAttribute('label') ?? '',
          expression: output.getAttribute('name') ?? '',
        })),
        { id: 'note', kind: 'note' as const, label: '说明', expression: '' },
      ],
      rules: childrenOf(table, 'rule').map((rule) => {
        const cells = new Map([['note', childrenOf(rule, 'description')[0]?.textContent ?? '']]);
        for (const [index, entry] of childrenOf(rule, 'inputEntry').entries()) {
          cells.set(inputs[index]?.id ?? '', textOf(entry));
        }
        for (const [index, entry] of childrenOf(rule, 'outputEntry').entries()) {
          cells.set(outputs[index]?.id ?? '', textOf(entry));
        }
        return { id: rule.id, cells };
      }),
    };
  });
}

/** Everything of the tables that a reader sees, each part with what it says itself. */
export function partsOfTables(source: string): { id: string; says: string }[] {
  const xml = new DOMParser().parseFromString(source, 'text/xml');
  const parts = ['input', 'output', 'rule', 'inputEntry', 'outputEntry'].flatMap((name) => [
    ...xml.getElementsByTagNameNS('*', name),
  ]);
  return parts.map((part) => ({ id: part.id, says: saidBy(part) }));
}

function saidBy(part: Element): string {
  const expression = childrenOf(part, 'inputExpression')[0];
  const attributes = ['label', 'name', 'typeRef'].map((name) => part.getAttribute(name));
  const [description] = childrenOf(part, 'description');
  return JSON.stringify([
    ...attributes,
    textOf(part),
    textOf(expression),
    expression?.getAttribute('typeRef'),
    description?.textContent,
  ]);
}

function childrenOf(element: Element, name: string): Element[] {
  return [...element.children].filter(({ localName }) => localName === name);
}

function textOf(element: Element | undefined): string {
  return (element && childrenOf(element, 'text')[0]?.textContent?.trim()) ?? '';
}
