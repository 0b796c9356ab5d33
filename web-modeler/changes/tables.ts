import { type Element, is, list, one, text } from '../../models/element.ts';
import { asOrder, type Compared, type Difference, type Entity, ORDER } from './entity.ts';
import { itemsOf } from './items.ts';
import { extensionKey, FILE, type Reading, readEntities } from './moddle.ts';
import type { Told } from './told.ts';
import { cellInWords, inWords, quoted, short, turned } from './words.ts';

type Thing = Entity<Element>;

const ENTITIES = [
  'dmn:DRGElement',
  'dmn:DecisionTable',
  'dmn:InputClause',
  'dmn:OutputClause',
  'dmn:DecisionRule',
];

const READING: Reading = {
  isEntity: (element) => element.id !== undefined && is(element, ...ENTITIES),
  key: (item, index) => columnOf(item, index) ?? extensionKey(item),
};

const TYPES: Record<string, string> = {
  'dmn:Decision': '决策表',
  'dmn:DecisionTable': '决策表',
  'dmn:InputClause': '条件列',
  'dmn:OutputClause': '结果列',
  'dmn:DecisionRule': '规则',
  'dmn:InputData': '输入数据',
  'dmn:BusinessKnowledgeModel': '业务知识',
  'dmn:KnowledgeSource': '依据来源',
  'dmn:LiteralExpression': '公式',
  'dmn:InformationRequirement': '数据来源',
  'dmn:UnaryTests': '单元格',
};

const STATEMENTS: [RegExp, string][] = [
  [/^hitPolicy$/, '命中策略'],
  [/^aggregation$/, '汇总方式'],
  [/inputExpression\[0\]\/text$/, '取值'],
  [/inputExpression\[0\]\/typeRef$|^typeRef$/, '数据类型'],
  [/(inputValues|outputValues)\[0\]\/text$/, '可选值'],
  [/defaultOutputEntry\[0\]\/text$/, '默认值'],
  [/^decisionLogic\[0\]\/text$/, '公式'],
  [/expressionLanguage$/, '表达式语言'],
  [/^modeler:executionPlatformVersion$/, '适用的引擎版本'],
];

/** What a DMN text says, by decision, table, column and rule. */
export function readTables(definitions: Element, warnings: string[]): Map<string, Thing> {
  const things = readEntities(definitions, warnings, READING);
  for (const { source, facts } of things.values()) {
    // Which rule stands first is told to readers and, by some hit policies, decides.
    for (const part of ['rule', 'input', 'output']) {
      const ids = list(source, part).map(({ id = '' }) => id);
      if (is(source, 'dmn:DecisionTable') && ids.length > 1) {
        facts.set(`${part}${ORDER}`, asOrder(ids));
      }
    }
  }
  return things;
}

/** The changes of decision tables in the law's words; whatever changes in a table is law. */
export function tableChanges({ added, removed, changed }: Compared<Element>): Told[] {
  const gone = new Set(removed.map(({ id }) => id));
  const come = new Set(added.map(({ id }) => id));
  return [
    ...removed.map((thing) => whole('removed', thing)),
    ...added.map((thing) => whole('added', thing)),
    ...changed.flatMap(({ before, after, differences }) => {
      // A column that came brings an empty cell to every rule.
      const told = differences.filter(
        (difference) => !ofEmptyCell(difference, differences, [gone, come]),
      );
      const { items, single } = itemsOf(told);
      return [
        ...single.map((difference) => changedTo(before, after, difference)),
        ...items.map(({ type, key, isNew, values }) => {
          const column = columnName(after.source, key) ?? columnName(before.source, key);
          const what = column
            ? `${column}：${cellInWords(values.get('text'))}`
            : `${TYPES[type] ?? type}：${[...values.values()].map(short).join('，')}`;
          return about(after, `${bearer(after.source)}${isNew ? '新增' : '删除'}${what}`);
        }),
      ];
    }),
  ];
}

function whole(kind: 'added' | 'removed', thing: Thing): Told {
  const verb = kind === 'added' ? '新增' : '删除';
  const { source } = thing;
  const change = (sentence: string): Told => ({
    kind,
    elementId: thing.id,
    sentence,
    legal: true,
  });
  if (is(source, 'dmn:DecisionRule')) {
    return change(`${decisionName(source)} ${verb}第${rowNumber(source)}行：${rowInWords(source)}`);
  }
  const what = TYPES[source.$type] ?? source.$type;
  if (is(source, 'dmn:InputClause', 'dmn:OutputClause')) {
    return change(`${decisionName(source)} ${verb}${what}“${columnLabel(source)}”`);
  }
  return change(`${verb}${what} ${source.name ?? text(source, 'label') ?? thing.id}`);
}

function changedTo(before: Thing, after: Thing, difference: Difference): Told {
  const { place } = difference;
  const who = bearer(after.source);
  const cell = /^(input|output)Entry\[(.+)\]\/text$/.exec(place);
  if (cell) {
    const column =
      columnName(after.source, cell[2] ?? '') ?? columnName(before.source, cell[2] ?? '');
    return about(after, `${who}${column ?? '单元格'} ${arrow(difference)}`);
  }
  if (place === 'description' || place.startsWith('annotationEntry')) {
    return about(after, `${who}批注${turned(difference.before, difference.after, quoted)}`);
  }
  if (place.endsWith(ORDER)) {
    const part = place.startsWith('rule') ? '规则' : '列';
    return about(after, `${who}${part}的先后顺序有调整`);
  }
  if (place.startsWith('$warning')) {
    return about(
      after,
      `文件有无法识别的内容：${short(difference.after ?? difference.before ?? '')}`,
    );
  }
  if (place === 'label' || place === 'name') {
    const words = `改名为${quoted(difference.after)}`;
    return about(after, `${bearer(before.source).trimEnd()}${words}`);
  }
  const [, term] = STATEMENTS.find(([end]) => end.test(place)) ?? [];
  const what = term ?? `设置 ${place.replaceAll('[0]', '')}`;
  return about(after, `${who}${what} ${turned(difference.before, difference.after, inWords)}`);
}

/** `≥ 500 → ≥ 600`; what would read the same as it is written. */
function arrow({ before, after }: Difference): string {
  const [then, now] = [cellInWords(before), cellInWords(after)];
  return then === now ? turned(before, after, quoted) : `${then} → ${now}`;
}

function about({ id, source }: Thing, sentence: string): Told {
  return {
    kind: 'changed',
    elementId: id === FILE ? null : id,
    sentence,
    legal: is(source, ...ENTITIES),
  };
}

/** `审批路径 第3行：`, `审批路径 条件列“投资额”` or `审批路径 `. */
function bearer(element: Element): string {
  if (is(element, 'dmn:DecisionRule')) {
    return `${decisionName(element)} 第${rowNumber(element)}行：`;
  }
  if (is(element, 'dmn:InputClause', 'dmn:OutputClause')) {
    return `${decisionName(element)} ${TYPES[element.$type]}“${columnLabel(element)}” `;
  }
  if (is(element, 'dmn:DecisionTable')) return `${decisionName(element)} `;
  if (is(element, 'dmn:Definitions')) return '文件 ';
  return `${element.name ?? element.id} `;
}

function decisionName(element: Element): string {
  const decision = is(element, 'dmn:Decision') ? element : element.$parent;
  if (!decision) return '';
  return is(decision, 'dmn:Decision')
    ? (decision.name ?? decision.id ?? '')
    : decisionName(decision);
}

function rowNumber(rule: Element): number {
  return list(rule.$parent, 'rule').indexOf(rule) + 1;
}

function rowInWords(rule: Element): string {
  const cells = (entries: string, columns: string) =>
    list(rule, entries).flatMap((cell, index) => {
      const words = cellInWords(text(cell, 'text'));
      const column = list(rule.$parent, columns)[index];
      return words === '不限' || !column ? [] : [`${columnLabel(column)} ${words}`];
    });
  const when = cells('inputEntry', 'input').join('，') || '任何情况';
  const annotation = text(rule, 'description');
  const then = cells('outputEntry', 'output').join('，') || '空';
  return `${when} → ${then}${annotation ? `（${short(annotation)}）` : ''}`;
}

function columnLabel(column: Element): string {
  return (
    text(column, 'label') ??
    column.name ??
    text(one(column, 'inputExpression'), 'text') ??
    column.id ??
    ''
  );
}

/** The label of the column a cell of this rule is known by. */
function columnName(rule: Element, key: string): string | undefined {
  const columns = [...list(rule.$parent, 'input'), ...list(rule.$parent, 'output')];
  const column = columns.find(({ id }) => id === key);
  return column && columnLabel(column);
}

/** Cells are known by their column, so that a new column moves nothing. */
function columnOf(item: Element, index: number): string | undefined {
  const rule = item.$parent;
  if (!rule || !is(rule, 'dmn:DecisionRule')) return undefined;
  if (is(item, 'dmn:UnaryTests')) return list(rule.$parent, 'input')[index]?.id;
  if (is(item, 'dmn:LiteralExpression')) return list(rule.$parent, 'output')[index]?.id;
  return undefined;
}

function ofEmptyCell(
  { place }: Difference,
  differences: Difference[],
  columns: Set<string>[],
): boolean {
  const [, prefix = '', column = ''] = /^((?:input|output)Entry\[(.+?)\]\/)/.exec(place) ?? [];
  if (!columns.some((ids) => ids.has(column))) return false;
  const cell = differences.find((other) => other.place === `${prefix}text`);
  return cellInWords(cell?.after ?? cell?.before) === '不限';
}
