import { type Article, articlesIn, parseArticle } from '../../law/article.ts';
import type { RequiredBody, RequiredTask } from '../../law/regulation.ts';
import { documentation, type Element, is, list, one, text } from '../../models/element.ts';
import { constantOf, reads } from '../../models/feel.ts';
import { condition } from '../../models/flow.ts';
import { gatewayBehind } from '../../models/user-task.ts';
import { extension, inputs, jobType } from '../../models/zeebe.ts';
import { decisionOf, type House } from './house.ts';
import { inOrder, type Placed } from './order.ts';
import { mostAbout, testOfJob } from './tests.ts';

/** Who acts: a worker, the body that the calling step names, or bodies (one of them, or all and others whom they invite). */
export type Who =
  | { kind: 'worker' | 'caller' }
  | { kind: 'one-of'; bodies: string[] }
  | { kind: 'together'; bodies: string[]; invites: boolean };

/** Working days at once, at each visit, or over all visits; an untimed step may stand in another's excluded time. */
export type Term =
  | { kind: 'none' }
  | { kind: 'days' | 'each-visit' | 'in-all'; days: number }
  | { kind: 'untimed'; excludedFrom: number | undefined };

/** A row of the table of steps. */
export type Step = {
  label: string;
  id: string;
  process: string;
  who: Who;
  term: Term;
  articles: Article[];
  test: string;
};

/**
 * Every step, in the order of `inOrder`: what people do, and what the system does because the regulation asks for it
 * (a job whose documentation cites an article).
 * @throws Error naming a step that the regulation's table does not have, or that no test covers
 */
export function stepsOf(house: House): Step[] {
  const placed = inOrder(house, isStep);
  const ids = placed.map(({ element: { id = '' } }) => id);
  return placed.map(({ process, element }) => {
    const { id = '', name = '' } = element;
    const common = { label: name, id, process };
    if (!is(element, 'bpmn:UserTask')) {
      return {
        ...common,
        who: { kind: 'worker' },
        term: { kind: 'none' },
        articles: inNumbers(articlesIn(documentation(element))),
        test: testOfJob(element, ids, house.tests),
      };
    }
    const row = house.regulation.tasks[process]?.[id];
    if (!row) throw new Error(`${process}/${id} is not in law/regulation.yaml`);
    return {
      ...common,
      who: whoOf(element, row),
      term: termOf(row, handersBack({ process, element }, placed, house)),
      articles: inNumbers([row.article, ...articlesOfTables(element, house)]),
      test: mostAbout(id, ids, house.tests),
    };
  });
}

function isStep(element: Element): boolean {
  if (is(element, 'bpmn:UserTask')) return true;
  const isJob = is(element, 'bpmn:Task') && jobType(element) !== undefined;
  return isJob && articlesIn(documentation(element)).length > 0;
}

function whoOf(task: Element, { body, bodies }: RequiredTask): Who {
  if (bodies) return { kind: 'together', bodies, invites: asksOthers(task) };
  return body === undefined ? { kind: 'caller' } : { kind: 'one-of', bodies: named(body) };
}

function named(body: RequiredBody): string[] {
  if (typeof body === 'string') return [body];
  const { agency, county, soe } = body;
  return [...new Set([agency, county, soe].filter((name) => name !== undefined))];
}

/** Whether those who act side by side are also taken from what an earlier step answered. */
function asksOthers(task: Element): boolean {
  const loops = [task, task.$parent].flatMap(
    (element) => one(element, 'loopCharacteristics') ?? [],
  );
  const collection = loops
    .flatMap((loop) => extension(loop, 'zeebe:LoopCharacteristics') ?? [])
    .map((loop) => text(loop, 'inputCollection') ?? '')
    .join();
  return reads(collection).some(({ name }) => name.startsWith('result_'));
}

function termOf({ days, 'each-visit': eachVisit }: RequiredTask, handers: RequiredTask[]): Term {
  if (days === undefined) {
    const stopped = handers.find((row) => row.days !== undefined && row.stops?.length);
    return { kind: 'untimed', excludedFrom: stopped?.days };
  }
  if (eachVisit) return { kind: 'each-visit', days };
  return { kind: handers.length > 0 ? 'in-all' : 'days', days };
}

/** What the regulation asks of the steps that hand the file back to this one. */
function handersBack({ process, element }: Placed, all: Placed[], house: House): RequiredTask[] {
  return all
    .filter((other) => other.process === process && handedBackBy(other.element).includes(element))
    .flatMap((other) => house.regulation.tasks[process]?.[other.element.id ?? ''] ?? []);
}

/** The steps to which a reviewer's answer leads that returns the file. */
export function handedBackBy(task: Element): Element[] {
  const ways = list(gatewayBehind(task)?.gateway, 'outgoing');
  return ways
    .filter((way) => /outcome\s*=\s*"return"/.test(condition(way) ?? ''))
    .flatMap((way) => stepsBehind(one(way, 'targetRef'), []));
}

function stepsBehind(element: Element | undefined, passed: Element[]): Element[] {
  if (!element || passed.includes(element)) return [];
  if (!is(element, 'bpmn:Gateway')) return [element];
  return list(element, 'outgoing').flatMap((flow) =>
    stepsBehind(one(flow, 'targetRef'), [...passed, element]),
  );
}

/** The articles that decision tables answer which judge what was entered at the step. */
function articlesOfTables(task: Element, { decisions, processes }: House): string[] {
  const result = `result_${task.id}`;
  const judging = [...processes.values()]
    .flatMap(({ shapes }) => shapes.map(({ element }) => element))
    .filter((element) => decisionOf(element) !== undefined)
    .filter((element) =>
      inputs(element).some(({ source }) => reads(source).some(({ name }) => name === result)),
    );
  const articles = judging.flatMap((element) => {
    const table = decisions.get(decisionOf(element) ?? '')?.table;
    const column = table?.outputs.findIndex(({ name }) => name === 'article') ?? -1;
    return (table?.rows ?? []).map(({ outputs }) => constantOf(`=${outputs[column]?.text}`));
  });
  return [...new Set(articles)].filter((cited) => typeof cited === 'string');
}

function inNumbers(articles: string[]): Article[] {
  return articles
    .flatMap((article) => parseArticle(article) ?? [])
    .sort((a, b) => a.article - b.article);
}
