import { type Element, is, list, one, text } from '../../models/element.ts';
import { constantOf } from '../../models/feel.ts';
import { condition } from '../../models/flow.ts';
import { input } from '../../models/zeebe.ts';
import { asOrder, type Compared, type Difference, type Entity, ORDER } from './entity.ts';
import { type Item, itemsOf } from './items.ts';
import { extensionKey, FILE, type Reading, readEntities } from './moddle.ts';
import { DAYS, INPUTS, inDays, STATEMENTS, type Term, typeInWords } from './terms.ts';
import type { Told } from './told.ts';
import { inWords, quoted, short, turned } from './words.ts';

type Thing = Entity<Element>;

const READING: Reading = {
  isEntity: (element) =>
    element.id !== undefined &&
    !is(element, 'bpmn:EventDefinition') &&
    is(
      element,
      'bpmn:FlowElement',
      'bpmn:RootElement',
      'bpmn:Artifact',
      'bpmn:Participant',
      'bpmn:Lane',
      'bpmn:MessageFlow',
    ),
  key: extensionKey,
};

/** What a diagram says, by element. */
export function readDiagram(definitions: Element, warnings: string[]): Map<string, Thing> {
  const things = readEntities(definitions, warnings, READING);
  const flows = [...things.values()].flatMap(({ source }) =>
    is(source, 'bpmn:SequenceFlow') ? [source] : [],
  );
  for (const { source, facts } of things.values()) {
    if (!is(source, 'bpmn:FlowNode')) continue;
    const stray = [
      ...unlike(list(source, 'incoming'), flows, 'targetRef', source),
      ...unlike(list(source, 'outgoing'), flows, 'sourceRef', source),
    ];
    if (stray.length > 0) facts.set('$stray', stray.join('、'));
    // The engine tries conditions in this order.
    const branches = flows.filter((flow) => one(flow, 'sourceRef') === source);
    if (branches.length > 1) {
      facts.set(`$branches${ORDER}`, asOrder(branches.map(({ id = '' }) => id)));
    }
  }
  return things;
}

/** Flows an element lists as its own that are not, or forgets although it lists others. */
function unlike(listed: Element[], flows: Element[], end: string, element: Element): string[] {
  if (listed.length === 0) return [];
  const real = flows.filter((flow) => one(flow, end) === element);
  return [
    ...listed.filter((flow) => !real.includes(flow)),
    ...real.filter((flow) => !listed.includes(flow)),
  ].map(({ id = '' }) => `${end} ${id}`);
}

/** The changes of a diagram in the law's words. */
export function diagramChanges({ added, removed, changed }: Compared<Element>): Told[] {
  return [
    ...removed.map((thing) => told('removed', thing, `删除${introduction(thing.source)}`)),
    ...added.map((thing) => told('added', thing, `新增${introduction(thing.source)}`)),
    ...changed.flatMap(({ before, after, differences }) => {
      const { items, single } = itemsOf(differences);
      return [
        ...single.map((difference) => statement(before, after, difference)),
        ...items.map((item) => cameOrWent(after, item)),
      ];
    }),
  ];
}

function cameOrWent(thing: Thing, { type, key, isNew, values }: Item): Told {
  const what = `${isNew ? '新增' : '删除'}${itemInWords(type, key, values)}`;
  return {
    ...about(thing),
    kind: 'changed',
    sentence: `${label(thing.source)} ${what}${cited(thing.source, key)}`,
    legal: INPUTS[key]?.legal ?? hasNumber(type, values),
  };
}

function told(kind: 'added' | 'removed', thing: Thing, sentence: string): Told {
  const { source } = thing;
  const legal =
    ['limitDays', 'article', 'body', 'delayLimit'].some((name) => input(source, name)) ||
    /\d/.test(condition(source) ?? '');
  return { ...about(thing), kind, sentence, legal };
}

function about({ id }: Thing): { elementId: string | null } {
  return { elementId: id === FILE ? null : id };
}

function statement(before: Thing, after: Thing, difference: Difference): Told {
  const { sentence, legal = false } = sentenceOf(before.source, after.source, difference);
  return { ...about(after), kind: 'changed', sentence, legal };
}

function sentenceOf(
  then: Element,
  now: Element,
  { place, before, after }: Difference,
): { sentence: string; legal?: boolean } {
  const name = label(now);
  const mapping = /zeebe:IoMapping\]\/(input|output)Parameters\[(.+)\]\/source$/.exec(place);
  if (mapping?.[1] === 'input') return inputChanged(then, now, mapping[2] ?? '', [before, after]);
  if (mapping) return { sentence: `${name} 输出参数 ${mapping[2]} ${turned(before, after)}` };
  if (place.endsWith(ORDER)) return { sentence: `${name} ${orderOf(place)}的先后顺序有调整` };
  switch (place) {
    case 'targetRef':
      return {
        sentence: `${from(now)} 之后由 ${end(then, 'targetRef')} 改为 ${end(now, 'targetRef')}`,
      };
    case 'sourceRef':
      return {
        sentence: `${end(now, 'targetRef')} 之前由 ${end(then, 'sourceRef')} 改为 ${end(now, 'sourceRef')}`,
      };
    case 'attachedToRef':
      return {
        sentence: `${name} 所在环节由 ${end(then, 'attachedToRef')} 改为 ${end(now, 'attachedToRef')}`,
      };
    case 'default':
      return {
        sentence: `${name} 的默认分支由 ${branch(one(then, 'default'))} 改为 ${branch(one(now, 'default'))}`,
      };
    case '$type':
      return {
        sentence: `${name} 由${typeInWords(before ?? '')}改为${typeInWords(after ?? '')}`,
      };
    case '$scope':
      return {
        sentence: `${name} 由 ${label(then.$parent)} 移到 ${label(now.$parent)}`,
      };
    case '$stray':
      return { sentence: `${name} 登记的进出连线与图上不一致，请在图上重新连接` };
    case 'name':
      return {
        sentence: `${nameBearer(now)}${quoted(before)}改名为${quoted(after)}`,
      };
    case 'conditionExpression[0]/body':
      return {
        sentence: `${from(now)} 的条件 ${turned(before, after)}`,
        legal: /\d/.test(`${before}${after}`),
      };
  }
  if (place.startsWith('$warning')) {
    return { sentence: `文件有无法识别的内容：${short(after ?? before ?? '')}` };
  }
  const [, term] = STATEMENTS.find(([end]) => end.test(place)) ?? [];
  if (!term) return { sentence: `${name} ${generic(place)}${turned(before, after)}` };
  const told = turned(before, after, term.words);
  return { sentence: `${name} ${term.label} ${told}${cited(now, '')}`, ...legalOf(term) };
}

function legalOf({ legal }: Term): { legal?: boolean } {
  return legal === undefined ? {} : { legal };
}

function inputChanged(
  then: Element,
  now: Element,
  name: string,
  [before, after]: [string | undefined, string | undefined],
): { sentence: string; legal?: boolean } {
  const term = INPUTS[name];
  if (!term) return { sentence: `${label(now)} 输入参数 ${name} ${turned(before, after)}` };
  if (name === 'article') {
    const words = `${label(now)} ${term.label} ${turned(before, after)}`;
    return { sentence: words, ...legalOf(term) };
  }
  const [old, young] = [inDays(before), inDays(after)];
  const words =
    DAYS.includes(name) && old !== young
      ? `${term.label} ${old} → ${young} 工作日`
      : `${term.label} ${turned(before, after, term.words)}`;
  return {
    sentence: `${label(now)} ${words}${cited(now, name) || cited(then, name)}`,
    ...legalOf(term),
  };
}

/** The article an element stands on, in brackets; nothing where the article itself is told. */
function cited(element: Element, told: string): string {
  const article = told === 'article' ? undefined : constantOf(input(element, 'article'));
  return typeof article === 'string' ? `（${article}）` : '';
}

/** `新增 网络安全审查（时限 10 工作日，第二十五条）`: what comes or goes, with its kind where the name does not say it. */
export function introduction(element: Element): string {
  if (is(element, 'bpmn:SequenceFlow')) {
    const when = condition(element);
    const name = element.name ? `“${element.name}”` : '';
    const ways = `${end(element, 'sourceRef')} → ${end(element, 'targetRef')}`;
    return `连线${name} ${ways}${when ? `，条件 ${inWords(when)}` : ''}`;
  }
  const limit = input(element, 'limitDays');
  const article = constantOf(input(element, 'article'));
  const facts = [
    ...(limit === undefined ? [] : [`时限 ${inDays(limit)} 工作日`]),
    ...(typeof article === 'string' ? [article] : []),
  ];
  const kind = is(element, 'bpmn:Activity') ? '' : typeInWords(element.$type);
  return `${kind} ${label(element)}${facts.length > 0 ? `（${facts.join('，')}）` : ''}`;
}

/** How an element is called: its name, for a boundary event with its step, else what it is and its id. */
export function label(element: Element | undefined): string {
  if (!element) return '图外';
  if (is(element, 'bpmn:Definitions')) return '文件';
  if (is(element, 'bpmn:SequenceFlow')) return from(element);
  const name = element.name ?? text(element, 'text');
  const host = one(element, 'attachedToRef');
  if (host && name) return `${label(host)}“${short(name)}”`;
  if (is(element, 'bpmn:Process')) return `流程“${name ?? element.id}”`;
  return name ? short(name) : `${typeInWords(element.$type)} ${element.id ?? ''}`.trim();
}

/** What bears a name. */
function nameBearer(element: Element): string {
  if (is(element, 'bpmn:SequenceFlow')) return `${end(element, 'sourceRef')} 的连线`;
  return typeInWords(element.$type);
}

/** A flow by where it comes from: 技术评审结论？“通过”. */
function from(flow: Element): string {
  const name = flow.name ? `“${flow.name}”` : '';
  return `${end(flow, 'sourceRef')}${name}`;
}

function branch(flow: Element | undefined): string {
  if (!flow) return '无';
  return flow.name ? `“${flow.name}”` : `通往 ${end(flow, 'targetRef')} 的连线`;
}

function end(element: Element, reference: string): string {
  const found = one(element, reference);
  return found ? label(found) : '无';
}

function orderOf(place: string): string {
  if (place.startsWith('$branches')) return '分支判断';
  if (place.includes('inputParameters')) return '输入参数';
  if (place.includes('outputParameters')) return '输出参数';
  if (place.includes('istener')) return '监听';
  return '设置';
}

function itemInWords(type: string, key: string, values: Map<string, string>): string {
  const source = values.get('source');
  if (type === 'zeebe:Input') {
    const term = INPUTS[key];
    if (!term) return `输入参数 ${key}：${inWords(source)}`;
    const days = DAYS.includes(key) ? ' 工作日' : '';
    return `${term.label} ${(term.words ?? inWords)(source)}${days}`;
  }
  if (type === 'zeebe:Output') return `输出参数 ${key}：${inWords(source)}`;
  if (type.endsWith('Listener')) return `${typeInWords(type)} ${key}`;
  const told = [...values.values()].map((value) => inWords(value));
  return `${typeInWords(type)}${told.length > 0 ? `：${told.join('，')}` : ''}`;
}

function hasNumber(type: string, values: Map<string, string>): boolean {
  return type.endsWith('Expression') && /\d/.test([...values.values()].join(' '));
}

/** A place no term is known for, as readable as it gets: `设置 zeebe:Foo/bar `. */
function generic(place: string): string {
  const listener = /istener(?:s)?\[([^\]]+)\]\/retries$/.exec(place);
  if (listener) return `监听 ${listener[1]} 的重试次数 `;
  const tidy = place
    .replaceAll('extensionElements[0]/values', '')
    .replaceAll('[0]', '')
    .replace(/^\[(.+?)\]/, '$1');
  return `设置 ${tidy} `;
}
