import { type Article, parseArticle } from '../../law/article.ts';
import type { Decision, Row } from '../../models/dmn.ts';
import { type Element, is, list, one, text } from '../../models/element.ts';
import { constantOf, feelValue, reads } from '../../models/feel.ts';
import { condition } from '../../models/flow.ts';
import { extension, outputs } from '../../models/zeebe.ts';
import { calledBy, decisionOf, type House, type Process } from './house.ts';
import { handedBackBy, stepsOf } from './steps.ts';
import { mostAbout } from './tests.ts';

/** What a row of a decision table asks: the input's name and the cell, as it is written. */
export type Asked = { name: string; cell: string };

/** A row of the table of ways. */
export type Way = {
  asked: Asked[];
  /** The process that is called. */
  process: string;
  /** Whether every other way follows it. */
  first: boolean;
  /** What the way passes, in the order of the drawing: stages, or else its own steps. Empty where no such process is. */
  passed: { id: string; label: string }[];
  article: Article | undefined;
  test: string | undefined;
};

const ROUTE = 'approval-route';
const LIMIT = 'over-limit';
const BEFORE = 'provincial-review';
const STAGE = /^stage-/;

/**
 * Each row of the table of routes with what that way passes, and of the table of the limit what goes to the province first.
 * @throws Error when a table is missing, or no test covers a way
 */
export function waysOf(house: House): Way[] {
  const steps = stepsOf(house).map(({ id }) => id);
  const routes = rowsOf(house, ROUTE).map(({ row, table }) => {
    const answer = answerOf(row, table);
    return wayOf(`${answer.route}`, { row, table, answer, first: false }, steps, house);
  });
  const limits = rowsOf(house, LIMIT)
    .map(({ row, table }) => ({ row, table, answer: answerOf(row, table), first: true }))
    .filter(({ answer }) => answer.overLimit === true)
    .map((asked) => wayOf(BEFORE, asked, steps, house));
  return [...routes, ...limits];
}

type Table = NonNullable<Decision['table']>;
type Ruled = { row: Row; table: Table; answer: Record<string, unknown>; first: boolean };

function rowsOf({ decisions }: House, id: string): { row: Row; table: Table }[] {
  const table = decisions.get(id)?.table;
  if (!table) throw new Error(`there is no decision table ${id}`);
  return table.rows.map((row) => ({ row, table }));
}

function answerOf({ outputs: cells }: Row, { outputs: columns }: Table): Record<string, unknown> {
  return Object.fromEntries(
    columns.map(({ name }, index) => [name, constantOf(`=${cells[index]?.text}`)]),
  );
}

function wayOf(
  id: string,
  { row, table, answer, first }: Ruled,
  steps: string[],
  house: House,
): Way {
  const process = house.processes.get(id);
  const on = process ? reached(process, variablesOf(answer, house)) : [];
  const stages = on.flatMap((element) => {
    const called = calledBy(element) ?? '';
    const label = house.processes.get(called)?.name ?? called;
    return STAGE.test(called) ? [{ id: called, label }] : [];
  });
  const back = on.flatMap(handedBackBy);
  const own = on
    .filter((element) => is(element, 'bpmn:UserTask') && !back.includes(element))
    .map(({ id: step = '', name: label = '' }) => ({ id: step, label }));
  return {
    asked: table.inputs.flatMap(({ name }, index) => {
      const cell = row.inputs[index]?.text.trim() ?? '';
      return cell === '' || cell === '-' ? [] : [{ name, cell }];
    }),
    process: id,
    first,
    passed: stages.length > 0 ? stages : own,
    article: typeof answer.basis === 'string' ? parseArticle(answer.basis) : undefined,
    test: process && testOf(id, own[0]?.id, steps, house),
  };
}

/** A way with steps of its own is tested where the first of them is, one that only calls stages where it is named. */
function testOf(id: string, first: string | undefined, steps: string[], house: House): string {
  if (first !== undefined) return mostAbout(first, steps, house.tests);
  const ways = [...house.processes.keys()].map((process) => `'${process}'`);
  return mostAbout(`'${id}'`, ways, house.tests);
}

/** What answers of a table become for the processes behind it, by the outputs of the step that asks it. */
function variablesOf(answer: Record<string, unknown>, { processes }: House) {
  const asking = [...processes.values()]
    .flatMap(({ shapes }) => shapes.map(({ element }) => element))
    .filter((element) => decisionOf(element) === ROUTE);
  const mapped = asking.flatMap((element) => {
    const result = text(extension(element, 'zeebe:CalledDecision'), 'resultVariable') ?? '';
    return outputs(element)
      .filter(({ source }) => reads(source).every(({ name }) => name === result))
      .map(({ source, target }) => [target, feelValue(source, { [result]: answer })] as const);
  });
  return Object.fromEntries(mapped);
}

/** What a process draws that can be reached with these variables; a condition that reads others may go either way. */
function reached({ shapes }: Process, variables: Record<string, unknown>): Element[] {
  const elements = shapes.map(({ element }) => element);
  const found = new Set<Element>();
  const visit = (element: Element): void => {
    if (found.has(element)) return;
    found.add(element);
    for (const flow of list(element, 'outgoing')) {
      const target = one(flow, 'targetRef');
      if (target && mayBeTaken(flow, variables)) visit(target);
    }
  };
  elements.filter((element) => is(element, 'bpmn:StartEvent')).forEach(visit);
  return [...shapes]
    .sort((a, b) => a.bounds.x - b.bounds.x)
    .map(({ element }) => element)
    .filter((element) => found.has(element));
}

function mayBeTaken(flow: Element, variables: Record<string, unknown>): boolean {
  const holds = (way: Element): boolean | undefined => {
    const asked = condition(way);
    if (asked === undefined) return undefined;
    const known = reads(asked).every(({ name }) => name in variables);
    return known ? feelValue(asked, variables) === true : undefined;
  };
  const others = list(one(flow, 'sourceRef'), 'outgoing').filter((other) => other !== flow);
  const own = holds(flow);
  return own ?? !others.some((other) => condition(flow) === undefined && holds(other) === true);
}
