import { applicationField } from '../law/application/display.ts';
import { shortened } from '../law/application/text.ts';
import { type Asked, asText, plainText, UNKNOWN } from '../law/display.ts';
import { outcomeWord } from '../law/outcomes.ts';
import { reads } from './feel.ts';
import type { Form } from './form.ts';
import type { UserTask } from './user-task.ts';

/**
 * A value that a form shows, by its path below the variable `shown`. `fields` are those of the rows of a list; where a text
 * shows it, `acts` is true: form-js takes texts for Markdown, tables not.
 */
export type Shown = { path: string; fields?: string[]; acts: boolean };

/** How the fields of results were asked for, by `result_<elementId>.<key>`, and by the key alone. */
export type AskedFor = ReadonlyMap<string, Asked>;

type Component = Form['components'][number];

/** Everything between two braces, and the list whose rows a tag is in. */
export type Tag = { text: string; list: string | undefined };

// What the check of an application lets through is shorter; what a client sends past it must not fill the engine.
const LONGEST = 5000;
const MOST_ROWS = 60;

const PATH = /\bshown\.([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/g;

/** The tags of a form's text that put something into it; those that only decide what is shown are left out. */
export function tagsOf(text: string): Tag[] {
  return allTags(text).flatMap(({ decides, ...tag }) => (decides ? [] : [tag]));
}

/** Those too that only decide what is shown, or how often. */
function allTags(text: string): (Tag & { decides: boolean })[] {
  const lists: (string | undefined)[] = [];
  return [...text.matchAll(/\{\{(.*?)\}\}/gs)].flatMap(
    ([, inside = '']): (Tag & { decides: boolean })[] => {
      const tag = inside.trim();
      if (tag.startsWith('/loop')) lists.pop();
      const list = lists.at(-1);
      const [, block, asked = ''] = /^#(if|loop)\s+(.*)$/s.exec(tag) ?? [];
      if (block === 'loop') lists.push(asked.trim());
      if (block !== undefined) return [{ text: asked.trim(), list, decides: true }];
      if (/^[#/]/.test(tag)) return [];
      return [{ text: tag.replace(/^=/, '').trim(), list, decides: false }];
    },
  );
}

/**
 * The variables a form reads: those it shows, those its fields begin with, and those its expressions name. What is
 * named inside of a list's rows is theirs.
 */
export function readByForm(form: Form): string[] {
  const shown = shownBy(form).map(({ path }) => path.split('.')[0] ?? '');
  const own = form.components.flatMap(({ variable }) => variable ?? []);
  const named = form.components.flatMap(({ components: _inside, ...component }) =>
    textsIn(component).flatMap(expressionsIn),
  );
  const names = named.flatMap((feel) => reads(feel)).map(({ name }) => name);
  return [...new Set([...shown, ...own, ...names])].filter(
    (name) => name !== 'shown' && name !== 'this',
  );
}

function expressionsIn(source: string): string[] {
  if (source.startsWith('=')) return [source];
  return allTags(source).flatMap((tag) => (tag.list === undefined ? [`=${tag.text}`] : []));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What a form shows of its variable `shown`. */
export function shownBy(form: Form): Shown[] {
  const all = new Map<string, Shown>();
  for (const shown of form.components.flatMap(shownByOne)) {
    const known = all.get(shown.path);
    const fields = [...new Set([...(known?.fields ?? []), ...(shown.fields ?? [])])];
    // What one text shows stays harmless wherever else it is shown.
    const acts = shown.acts || known?.acts === true;
    all.set(shown.path, { path: shown.path, acts, ...(fields.length > 0 && { fields }) });
  }
  return [...all.values()];
}

function shownByOne({ text = '', dataSource, columns = [] }: Component): Shown[] {
  const tags = tagsOf(text);
  const values = tags.flatMap((tag) => pathsIn(tag.text).map((path) => ({ path, acts: true })));
  const rows = tags.flatMap(({ text: field, list = '' }) =>
    pathsIn(list).map((path) => ({ path, acts: true, fields: [field] })),
  );
  const table = typeof dataSource === 'string' ? pathsIn(dataSource) : [];
  const cells = table.map((path) => ({ path, acts: false, fields: columns.map(({ key }) => key) }));
  return [...values, ...rows, ...cells];
}

function pathsIn(expression: string): string[] {
  return [...expression.matchAll(PATH)].map(([, path = '']) => path);
}

/** The variable `shown` of a task: what its form shows of the task's variables, as people read it. */
export function display(
  shown: Shown[],
  variables: Record<string, unknown>,
  asked: AskedFor,
): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const { path, fields, acts } of shown) {
    const written = (plain: string) => {
      const short = shortened(plain, LONGEST);
      return acts ? asText(short) : short;
    };
    const told = (place: string, value: unknown) =>
      written(tell(place, value, variables.application, asked));
    const value = valueAt(variables, path);
    put(all, path.split('.'), fields ? rowsOf(value, fields, path, told) : told(path, value));
  }
  return all;
}

function rowsOf(
  value: unknown,
  fields: string[],
  path: string,
  told: (place: string, value: unknown) => string,
): Record<string, string>[] {
  const rows = Array.isArray(value) ? value.slice(0, MOST_ROWS) : [];
  return rows.map((row) =>
    Object.fromEntries(
      fields.map((field) => [field, told(`${path}.${field}`, valueAt(row, field))]),
    ),
  );
}

function tell(path: string, value: unknown, application: unknown, asked: AskedFor): string {
  const [variable = '', ...fields] = path.split('.');
  const key = fields.at(-1) ?? variable;
  if (variable === 'application') return applicationField(fields.join('.'), value, application);
  // A step that nobody has done has given nothing: that it was left open would be said of it.
  if (value === undefined) return UNKNOWN;
  const as = asked.get(path);
  if (key === 'outcome' && typeof value === 'string') {
    return as?.words?.[value] ?? outcomeWord(value);
  }
  return plainText(value, as ?? asked.get(key));
}

function valueAt(from: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? Reflect.get(value, step)
          : undefined,
      from,
    );
}

function put(into: Record<string, unknown>, [step = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    into[step] = value;
    return;
  }
  const below = into[step];
  const next =
    typeof below === 'object' && below !== null ? (below as Record<string, unknown>) : {};
  into[step] = next;
  put(next, rest, value);
}

/** How each field was asked for: its options, and the unit behind it; of a result by the form of its step. */
export function askedFor(tasks: UserTask[], forms: ReadonlyMap<string, Form>): AskedFor {
  const all = new Map<string, Asked>();
  for (const form of forms.values()) {
    for (const [key, asked] of askedIn(form)) all.set(key, all.get(key) ?? asked);
  }
  for (const { id, formId = '' } of tasks) {
    const form = forms.get(formId);
    for (const [key, asked] of form ? askedIn(form) : []) all.set(`result_${id}.${key}`, asked);
  }
  return all;
}

function askedIn({ components }: Form): [string, Asked][] {
  return components.flatMap(({ target, values = [], appearance }): [string, Asked][] => {
    const words = values.map(({ label, value }) => [String(value), label] as const);
    const unit = unitOf(appearance);
    if (target === undefined || (words.length === 0 && unit === undefined)) return [];
    return [
      [
        target,
        {
          ...(words.length > 0 && { words: Object.fromEntries(words) }),
          ...(unit !== undefined && { unit }),
        },
      ],
    ];
  });
}

function unitOf(appearance: unknown): string | undefined {
  const unit =
    typeof appearance === 'object' && appearance !== null && 'suffixAdorner' in appearance
      ? appearance.suffixAdorner
      : undefined;
  return typeof unit === 'string' ? unit : undefined;
}
