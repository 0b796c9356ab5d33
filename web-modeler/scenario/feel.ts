import { feelValue } from '../../models/feel.ts';
import { Stuck } from './faults.ts';

export type Variables = Record<string, unknown>;

/** What asks for the time of the machine: a scenario has its own, which FEEL does not know. */
const ASKS_TIME = /\b(?:now|today)\s*\(/;

/** What was calculated before: many inputs are constants, and a daily timer asks the same every day. */
const known = new Map<string, unknown>();
const MOST_KNOWN = 5000;
/** Longer questions are asked once; remembering them would only cost. */
const LONGEST_KNOWN = 400;

/**
 * The value of a Zeebe property with these variables, as JSON has it: what FEEL has beside that (dates,
 * functions) no process variable can hold.
 * @throws Stuck when FEEL cannot tell
 */
export function calculated(source: string, variables: Variables): unknown {
  const seen = named(source, variables);
  const question = `${source} ${JSON.stringify(seen)}`;
  if (question.length > LONGEST_KNOWN) return calculate(source, seen);
  if (!known.has(question)) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(question, calculate(source, seen));
  }
  return structuredClone(known.get(question));
}

function calculate(source: string, variables: Variables): unknown {
  if (source.trimStart().startsWith('=') && ASKS_TIME.test(source)) {
    throw new Stuck(`表达式“${source}”要用当前时间，本设想不能计算。`);
  }
  const value = feelValue(source, variables);
  if (value === undefined) throw new Stuck(`表达式“${source}”无法计算，请检查写法。`);
  return asJson(value);
}

/**
 * Whether a condition holds.
 * @throws Stuck when the answer is neither yes nor no: the engine would stop there with an incident
 */
export function holds(condition: string, variables: Variables): boolean {
  const value = calculated(condition, variables);
  if (typeof value === 'boolean') return value;
  throw new Stuck(`条件“${condition}”得不出“是”或“否”，流程会停在这里，请检查条件所用的数据。`);
}

/** The variables an expression can mean: feelin looks at everything in all it is given, and a project has much. */
function named(source: string, variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => source.includes(name)));
}

/** The value as a process variable keeps it. */
export function asJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value) ?? 'null');
}
