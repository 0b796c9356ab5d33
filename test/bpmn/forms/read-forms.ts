import { readdirSync, readFileSync } from 'node:fs';

export type Component = {
  id: string;
  type: string;
  key?: string;
  path?: string;
  label?: string;
  text?: string;
  values?: { label: string; value: string }[];
  columns?: { label: string; key: string }[];
  conditional?: { hide?: string };
  validate?: Record<string, unknown>;
  layout?: { row: string; columns: number | null };
  components?: Component[];
};

export type FormFile = {
  file: string;
  schema: {
    id: string;
    type: string;
    schemaVersion: number;
    executionPlatform: string;
    executionPlatformVersion: string;
    components: Component[];
  };
};

/** Every form of the models' folder. */
export function readForms(): FormFile[] {
  return readdirSync('bpmn', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.form'))
    .sort()
    .map((file) => ({ file, schema: JSON.parse(readFileSync(`bpmn/${file}`, 'utf8')) }));
}

/** Ids of the forms that the diagrams name, each once. */
export function formsNamed(): string[] {
  const diagrams = readdirSync('bpmn', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.bpmn'))
    .map((file) => readFileSync(`bpmn/${file}`, 'utf8'));
  const ids = diagrams.flatMap((xml) => [...xml.matchAll(/formId="([^"]*)"/g)]);
  return [...new Set(ids.map(([, id = '']) => id))];
}

export function readForm(id: string): FormFile {
  const found = readForms().find(({ schema }) => schema.id === id);
  if (!found) throw new Error(`no form ${id}`);
  return found;
}

/** The components, those inside groups and lists too. */
export function allComponents(components: Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...allComponents(component.components ?? []),
  ]);
}

/** The component with that id. */
export function componentOf({ schema }: FormFile, id: string): Component {
  const found = allComponents(schema.components).find((component) => component.id === id);
  if (!found) throw new Error(`no component ${id} in ${schema.id}`);
  return found;
}
