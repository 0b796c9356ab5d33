import { readdirSync, readFileSync } from 'node:fs';
import { loadDirectory } from '../../../files/organization.ts';
import { choicesOf } from '../../../law/directory/index.ts';
import { readModels } from '../../../models/resources.ts';

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

/** Every form of the models' folder, as it is deployed. */
export function readForms(): FormFile[] {
  const choices = choicesOf(loadDirectory('config/organization.yaml'));
  return readModels('bpmn', choices)
    .filter(({ kind }) => kind === 'form')
    .map(({ name, content }) => ({ file: name, schema: JSON.parse(content.toString('utf8')) }));
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
