import { z } from 'zod';
import type { Choices } from '../law/directory/choices.ts';
import { COMMON } from './common.ts';

/** A file of the models' folder; `path` is told in findings. */
export type ModelFile = { path: string; source: string };

const componentSchema = z.looseObject({
  id: z.string().optional(),
  type: z.string(),
  label: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  get components() {
    return z.array(componentSchema).optional();
  },
});
const formSchema = z.looseObject({ components: z.array(componentSchema) });

type Component = z.output<typeof componentSchema>;
/** A component as whoever reads it has it: custom properties are form-js's own place for what it does not know. */
type Properties = { [name: string]: unknown };

const PART = new RegExp(`(?:^|[\\\\/])${COMMON}[\\\\/]parts[\\\\/]([^\\\\/]+)\\.form$`);

/** The name of the common part of forms that a file is; undefined for any other file. */
export function partName(path: string): string | undefined {
  return PART.exec(path)?.[1];
}

/** The common part that stands, or is to stand, at a component: its property `part`. */
export function partAt({ properties }: Properties): string | undefined {
  return property(properties, 'part');
}

/** The list of the organisation's names a component offers: its property `optionsFrom`. */
export function optionsFrom({ properties }: Properties): string | undefined {
  return property(properties, 'optionsFrom');
}

/** The names of that list it does not offer: its property `except` (甲、乙). */
export function leftOut({ properties }: Properties): string[] {
  return property(properties, 'except')?.split('、') ?? [];
}

/** What people call a common part: the label of its group, or how its text begins in bold; undefined for neither. */
export function labelOfPart({ label, text }: Properties): string | undefined {
  if (typeof label === 'string' && label !== '') return label;
  return typeof text === 'string' ? /^\*\*(.+?)\*\*/.exec(text)?.[1] : undefined;
}

/** The component that is a common part; undefined where the file holds none, or several. */
export function partIn(source: string): Component | undefined {
  const [only, ...others] = read(source)?.components ?? [];
  return others.length > 0 ? undefined : only;
}

/**
 * The models as they are deployed and checked: what forms leave open is filled in. At an empty group with the property
 * `part` comes the component of `common/parts/<part>.form`, in the group's place; a choice with `optionsFrom` offers that
 * list of names, but for those in `except` (甲、乙). What cannot be filled stays as it is. Filling twice changes nothing.
 */
export function fillParts<File extends ModelFile>(files: File[], choices: Choices): File[] {
  const parts = new Map(
    files.flatMap(({ path, source }) => {
      const name = partName(path);
      const part = name === undefined ? undefined : partIn(source);
      return name === undefined || part === undefined ? [] : [[name, part] as const];
    }),
  );
  return files.map((file) =>
    file.path.endsWith('.form') && partName(file.path) === undefined
      ? { ...file, source: fillForm(file.source, { parts, choices }) }
      : file,
  );
}

/** The forms among the files that have the common part, by path and id. */
export function formsWith(part: string, files: ModelFile[]): { path: string; id: string }[] {
  return files.flatMap(({ path, source }) => {
    if (!path.endsWith('.form') || partName(path) !== undefined) return [];
    const form = read(source);
    return form && partsPlaced(form.components).includes(part)
      ? [{ path, id: String(form.id ?? path) }]
      : [];
  });
}

/** The common parts that stand, or are to stand, among the components. */
export function partsPlaced(components: { [name: string]: unknown }[]): string[] {
  return components.flatMap((component) => [
    ...(partAt(component) ? [partAt(component) ?? ''] : []),
    ...(Array.isArray(component.components) ? partsPlaced(component.components) : []),
  ]);
}

type Filling = { parts: ReadonlyMap<string, Component>; choices: Choices };

function fillForm(source: string, filling: Filling): string {
  if (!/"(?:part|optionsFrom)"/.test(source)) return source;
  const form = read(source);
  if (!form) return source;
  return JSON.stringify({ ...form, components: form.components.map((one) => fill(one, filling)) });
}

function fill(component: Component, filling: Filling): Component {
  const name = partAt(component);
  const part = name === undefined ? undefined : filling.parts.get(name);
  if (part && isEmpty(component)) {
    const properties = { ...part.properties, part: name };
    // Parts do not hold parts.
    const filled = fill(part, { ...filling, parts: new Map() });
    return { ...filled, properties, layout: component.layout };
  }
  const { components } = component;
  return {
    ...withOptions(component, filling.choices),
    ...(components && { components: components.map((one) => fill(one, filling)) }),
  };
}

function withOptions(component: Component, choices: Choices): Component {
  const names = choices[optionsFrom(component) ?? ''];
  if (!names) return component;
  const left = leftOut(component);
  const offered = names.filter((name) => !left.includes(name));
  return { ...component, values: offered.map((name) => ({ label: name, value: name })) };
}

function isEmpty({ type, components = [] }: Component): boolean {
  return type === 'group' && components.length === 0;
}

function read(source: string): z.output<typeof formSchema> | undefined {
  try {
    const form: unknown = JSON.parse(source);
    // As it is written: what the schema gives back has its members in another order.
    return formSchema.safeParse(form).success ? (form as z.output<typeof formSchema>) : undefined;
  } catch {
    return undefined;
  }
}

function property(properties: unknown, name: string): string | undefined {
  const value =
    typeof properties === 'object' && properties !== null ? Reflect.get(properties, name) : null;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
