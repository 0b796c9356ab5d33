import { DmnModdle } from 'dmn-moddle';
import { type Element, list, one, text } from './element.ts';
import { reads } from './feel.ts';

/** One cell, column or row of a decision table; `id` is undefined when the file gives none. */
export type Cell = { id: string | undefined; text: string };
export type Column = { id: string | undefined; label: string; name: string; type: string };
export type Row = {
  id: string | undefined;
  inputs: Cell[];
  outputs: Cell[];
  annotation: string;
};

export type Decision = {
  id: string;
  name: string;
  /** Undefined when the decision is not a table (a literal expression). */
  table: { hitPolicy: string; inputs: Column[]; outputs: Column[]; rows: Row[] } | undefined;
};

/**
 * Reads a DMN file's tree. What a part with an illegal or repeated id holds is left out, and told in the warnings.
 * @throws when the text is not DMN.
 */
export async function readTablesTree(
  xml: string,
): Promise<{ definitions: Element; warnings: string[] }> {
  const { rootElement, warnings } = await new DmnModdle().fromXML(xml, 'dmn:Definitions');
  return {
    definitions: rootElement as Element,
    warnings: warnings.map(({ message }) => message),
  };
}

/**
 * Reads the decisions of a DMN file, with the tree they are in; see `readTablesTree`.
 * @throws when the text is not DMN.
 */
export async function readDecisions(
  xml: string,
): Promise<{ decisions: Decision[]; definitions: Element; warnings: string[] }> {
  const { definitions, warnings } = await readTablesTree(xml);
  const decisions = list(definitions, 'drgElement')
    .filter((element) => element.$type === 'dmn:Decision')
    .map((element) => ({
      id: element.id ?? '',
      name: element.name ?? '',
      table: readTable(one(element, 'decisionLogic')),
    }));
  return { decisions, definitions, warnings };
}

/** The variables that the inputs of a decision's table read. */
export function readByDecision({ table }: Decision): string[] {
  const inputs = table?.inputs ?? [];
  return [...new Set(inputs.flatMap(({ name }) => reads(`=${name}`)).map(({ name }) => name))];
}

function readTable(logic: Element | undefined): Decision['table'] {
  if (logic?.$type !== 'dmn:DecisionTable') return undefined;
  return {
    // By the DMN standard a table that states none is UNIQUE, and dmn-js writes none for it.
    hitPolicy: text(logic, 'hitPolicy') ?? 'UNIQUE',
    inputs: list(logic, 'input').map((input) => ({
      id: input.id,
      label: text(input, 'label') ?? '',
      name: text(one(input, 'inputExpression'), 'text') ?? '',
      type: text(one(input, 'inputExpression'), 'typeRef') ?? '',
    })),
    outputs: list(logic, 'output').map((output) => ({
      id: output.id,
      label: text(output, 'label') ?? '',
      name: output.name ?? '',
      type: text(output, 'typeRef') ?? '',
    })),
    rows: list(logic, 'rule').map((rule) => ({
      id: rule.id,
      inputs: list(rule, 'inputEntry').map(cell),
      outputs: list(rule, 'outputEntry').map(cell),
      annotation: [
        ...list(rule, 'annotationEntry').map((entry) => text(entry, 'text')),
        text(rule, 'description'),
      ]
        .filter(Boolean)
        .join(' '),
    })),
  };
}

function cell(entry: Element): Cell {
  return { id: entry.id, text: text(entry, 'text') ?? '' };
}
