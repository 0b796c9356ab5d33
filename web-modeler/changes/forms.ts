import { z } from 'zod';
import { asOrder, type Compared, type Difference, type Entity, ORDER } from './entity.ts';
import { FILE } from './moddle.ts';
import type { Told } from './told.ts';
import { inWords, quoted, turned } from './words.ts';

type Json = z.infer<ReturnType<typeof z.json>>;
type Fields = { [name: string]: Json };
type Thing = Entity<Fields>;

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPES: Record<string, string> = {
  textfield: '文本框',
  textarea: '多行文本框',
  number: '数字',
  select: '下拉选择',
  radio: '单选',
  checkbox: '勾选框',
  checklist: '多选',
  taglist: '标签选择',
  datetime: '日期时间',
  text: '说明文字',
  html: '说明文字',
  group: '分组',
  dynamiclist: '可增减的列表',
  table: '表格',
  button: '按钮',
  spacer: '空白',
  separator: '分隔线',
  image: '图片',
  iframe: '内嵌页面',
  expression: '计算字段',
  filepicker: '附件',
  documentPreview: '文件预览',
};

/** Where an option as a whole is. */
const OPTION = /^values\[.+\]$/;

/** What a label of its own kind is put before, instead of 字段. */
const NO_FIELDS = ['group', 'button', 'table', 'dynamiclist'];

const STATEMENTS: [RegExp, string, ((value: string | undefined) => string)?][] = [
  [/^label$/, '标签', quoted],
  [/^text$|^content$/, '文字', quoted],
  [/^description$/, '说明', quoted],
  [/^key$|^path$/, '变量名', quoted],
  [/^type$/, '类型', (value) => TYPES[value ?? ''] ?? inWords(value)],
  [/^validate\/required$/, '必填', yesOrNo],
  [/^validate\/(min|minLength)$/, '最小值'],
  [/^validate\/(max|maxLength)$/, '最大值'],
  [/^validate\/pattern$/, '格式要求', quoted],
  [/^validate\//, '校验规则'],
  [/^conditional\/hide$/, '隐藏条件'],
  [/^(disabled|readonly)$/, '只读', yesOrNo],
  [/^defaultValue$/, '默认值'],
  [/^values\[.+\]\/label$/, '选项文字', quoted],
  [/^valuesExpression$|^valuesKey$/, '选项来源'],
  [/^expression$/, '计算公式'],
  [/^appearance\/(suffix|prefix)Adorner$/, '单位', quoted],
  [/^columns\[.+\]\/label$/, '表格列名', quoted],
  [/^id$/, '编号', quoted],
  [/^executionPlatformVersion$/, '适用的引擎版本'],
];

/** What a form says, by component. */
export function readComponents(source: string): Map<string, Thing> {
  const form = z.json().parse(JSON.parse(source));
  const things = new Map<string, Thing>();
  const open = (fields: Fields, id: string): Thing => {
    const thing = { id, facts: new Map(), defaults: new Map(), drawing: new Map(), source: fields };
    things.set(id, thing);
    return thing;
  };

  const visitComponents = (components: Json[], parent: Thing): void => {
    const ids = components.map((component, index) => {
      const fields = isFields(component) ? component : { value: component };
      const wanted = String(fields.id ?? fields.key ?? `${parent.id}#${index}`);
      const id = things.has(wanted) ? `${wanted}#${index}` : wanted;
      const own = open(fields, id);
      own.facts.set('$scope', parent.id);
      visit(fields, own, '', id === FILE ? [] : ['id']);
      return id;
    });
    if (ids.length > 1) parent.facts.set(`components${ORDER}`, asOrder(ids));
  };

  const visit = (value: Json, owner: Thing, place: string, left: string[] = []): void => {
    const facts = /^layout\//.test(place) ? owner.drawing : owner.facts;
    if (isFields(value)) {
      if (place !== '') facts.set(place, '{}');
      for (const [name, item] of Object.entries(value)) {
        if (left.includes(name)) continue;
        if (name === 'components' && Array.isArray(item)) visitComponents(item, owner);
        else visit(item, owner, place === '' ? name : `${place}/${name}`);
      }
    } else if (Array.isArray(value)) {
      facts.set(place, '[]');
      const keys = unlike(value.map((item, index) => keyOf(item) ?? String(index)));
      for (const [index, item] of value.entries()) visit(item, owner, `${place}[${keys[index]}]`);
      if (keys.length > 1) facts.set(`${place}${ORDER}`, asOrder(keys));
    } else {
      facts.set(place, typeof value === 'string' ? value : JSON.stringify(value));
    }
  };

  const root = isFields(form) ? form : { value: form };
  visit(root, open(root, FILE), '');
  return things;
}

/** The changes of a form in words people know from the form itself. */
export function formChanges({ added, removed, changed }: Compared<Fields>): Told[] {
  return [
    ...removed.map((thing) => whole('removed', thing)),
    ...added.map((thing) => whole('added', thing)),
    ...changed.flatMap(({ before, after, differences }) =>
      asWholes(differences).map((difference) => changedTo(before, after, difference)),
    ),
  ];
}

function whole(kind: 'added' | 'removed', thing: Thing): Told {
  const verb = kind === 'added' ? '新增' : '删除';
  return { kind, elementId: thing.id, sentence: `${verb}${introduced(thing)}`, legal: false };
}

function changedTo(then: Thing, after: Thing, { place, before, after: now }: Difference): Told {
  const change = (sentence: string): Told => ({
    kind: 'changed',
    elementId: after.id === FILE ? null : after.id,
    sentence: `${called(after)} ${sentence}`,
    legal: false,
  });
  if (OPTION.test(place)) {
    const option = optionInWords(now === undefined ? then : after, place);
    return change(`${now === undefined ? '删除' : '新增'}选项${option}`);
  }
  if (place === '$scope') return change('移到了另一分组');
  if (place.endsWith(ORDER)) {
    const what = place.startsWith('values') ? '选项' : place.startsWith('columns') ? '列' : '字段';
    return change(`${what}的先后顺序有调整`);
  }
  const [, label, words] = STATEMENTS.find(([end]) => end.test(place)) ?? [];
  return change(`${label ?? `设置 ${place}`} ${turned(before, now, words ?? inWords)}`);
}

/** An option that came or went is told as one; any other object or list by what is in it. */
function asWholes(differences: Difference[]): Difference[] {
  const holdsMore = ({ place }: Difference) =>
    differences.some(
      (other) => other.place.startsWith(`${place}/`) || other.place.startsWith(`${place}[`),
    );
  const options = differences.filter(({ place }) => OPTION.test(place)).map(({ place }) => place);
  return differences.filter((difference) => {
    const { place, before, after } = difference;
    if (OPTION.test(place)) return true;
    if (options.some((option) => place.startsWith(`${option}/`))) return false;
    return !['{}', '[]'].includes(before ?? after ?? '') || !holdsMore(difference);
  });
}

function optionInWords({ facts }: Thing, place: string): string {
  const [label, value] = [facts.get(`${place}/label`), facts.get(`${place}/value`)];
  return label === undefined ? ` ${value ?? ''}` : `${quoted(label)}（${value ?? ''}）`;
}

function introduced({ source, id }: Thing): string {
  const { label, text, type } = source;
  const kind = typeof type === 'string' ? (TYPES[type] ?? type) : '组件';
  if (typeof label === 'string' && label !== '') {
    const required = isFields(source.validate) && source.validate.required === true;
    return `字段 ${label}（${kind}${required ? '，必填' : ''}）`;
  }
  if (typeof text === 'string') return `${kind} ${quoted(text)}`;
  return `${kind} ${id}`;
}

/** How people know a component: by its label, else by what it is. */
function called({ source, id }: Thing): string {
  if (id === FILE) return '表单';
  const { label, type } = source;
  if (typeof label === 'string' && label !== '')
    return `${NO_FIELDS.includes(String(type)) ? TYPES[String(type)] : '字段'}“${label}”`;
  return `${typeof type === 'string' ? (TYPES[type] ?? type) : '组件'} ${id}`;
}

/** Options, columns and the like are known by what they stand for, not by their place. */
function keyOf(item: Json): string | undefined {
  if (!isFields(item)) return undefined;
  const key = item.value ?? item.key ?? item.id;
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
}

/** Two options with one value are two options. */
function unlike(keys: string[]): string[] {
  return keys.map((key, index) => {
    const times = keys.slice(0, index).filter((other) => other === key).length;
    return times === 0 ? key : `${key} ${times + 1}`;
  });
}

function yesOrNo(value: string | undefined): string {
  return (
    ({ true: '是', false: '否' } as Record<string, string>)[value ?? 'false'] ?? inWords(value)
  );
}
