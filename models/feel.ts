import { FeelAnalyzer } from '@bpmn-io/feel-analyzer';
import { evaluate, unaryTest } from '@bpmn-io/feelin';
import { withTestedFilters } from './feel-filters.ts';

// The package's own types do not resolve under "nodenext"; this is the part used here.
type Named = { name: string };
type Analysis = { inputs?: (Named & { entries?: Named[] })[]; functions?: Named[] };

const analyzer = new FeelAnalyzer({ dialect: 'expression', parserDialect: 'camunda' });

/** A variable an expression reads, and the fields it reads of it (`result_X.outcome`). */
export type Read = { name: string; fields: string[] };

/** The expression behind the `=` of a Zeebe property; undefined for a static text. */
export function expression(source: string): string | undefined {
  return source.trimStart().startsWith('=') ? source.trimStart().slice(1) : undefined;
}

/** What the Zeebe property reads; nothing for a static text or an expression that does not parse. */
export function reads(source: string): Read[] {
  const feel = expression(source);
  if (feel === undefined) return [];
  const { inputs = [], functions = [] } = analyzer.analyzeExpression(feel) as Analysis;
  // Built-ins with a space in their name are told as inputs too.
  const invoked = new Set(functions.map(({ name }) => name));
  return inputs
    .filter(({ name }) => !invoked.has(name))
    .map(({ name, entries = [] }) => ({ name, fields: entries.map((entry) => entry.name) }));
}

/** The value of a Zeebe property with these variables; undefined when FEEL cannot tell. */
export function feelValue(source: string, variables: Record<string, unknown> = {}): unknown {
  const feel = expression(source);
  if (feel === undefined) return source;
  try {
    return evaluate(withTestedFilters(feel), variables, 'camunda').value;
  } catch {
    return undefined;
  }
}

/** The value of a Zeebe property that reads no variable; undefined for any other. */
export function constantOf(source: string | undefined): unknown {
  return source === undefined || reads(source).length > 0 ? undefined : feelValue(source);
}

/** Whether a cell of a decision table holds for the value; an empty cell and `-` always do. */
export function cellHolds(cell: string, value: unknown): boolean {
  if (cell.trim() === '' || cell.trim() === '-') return true;
  try {
    return unaryTest(cell, { '?': value }, 'camunda').value === true;
  } catch {
    return false;
  }
}
