import { readBpmn } from '../../../models/bpmn.ts';
import { readDecisions } from '../../../models/dmn.ts';
import { type Element, is, list, text } from '../../../models/element.ts';
import { constantOf } from '../../../models/feel.ts';
import { flowElements } from '../../../models/flow.ts';
import { readForm } from '../../../models/form.ts';
import { labelOfPart, partName } from '../../../models/parts.ts';
import { extension, input, jobType } from '../../../models/zeebe.ts';
import { kindOf } from '../../api/kind.ts';

/** An element that names something outside its file: a process, a form, a decision, a notice, a common part. */
export type Reference = {
  kind: 'calls' | 'form' | 'decides' | 'notice' | 'part';
  to: string;
  element: { id: string; name: string };
};

/** What a text says of itself; a name is empty where it has none. */
export type Described = {
  /** The ids it declares: one, or each decision of a table file. */
  ids: string[];
  name: string;
  references: Reference[];
};

/** Reads what a model or notice says of itself; a text that cannot be read says nothing. */
export async function describe(path: string, source: string): Promise<Described> {
  try {
    switch (kindOf(path)) {
      case 'process':
        return await describeProcess(source);
      case 'decision':
        return await describeDecisions(source);
      case 'form':
        return describeForm(path, source);
      case 'notice':
        return { ids: [fileName(path)], name: subject(source), references: [] };
    }
  } catch {
    return { ids: [], name: '', references: [] };
  }
}

/** A file's name without folder and ending. */
export function fileName(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.\w+$/, '');
}

async function describeProcess(source: string): Promise<Described> {
  const { definitions } = await readBpmn(source);
  const processes = list(definitions, 'rootElements').filter((root) => is(root, 'bpmn:Process'));
  return {
    ids: processes.flatMap(({ id }) => id ?? []),
    name: processes[0]?.name ?? '',
    references: processes.flatMap(flowElements).flatMap(referencesOf),
  };
}

const NAMING = [
  { kind: 'calls', type: 'zeebe:CalledElement', property: 'processId' },
  { kind: 'form', type: 'zeebe:FormDefinition', property: 'formId' },
  { kind: 'decides', type: 'zeebe:CalledDecision', property: 'decisionId' },
] as const;

function referencesOf(element: Element): Reference[] {
  const from = { id: element.id ?? '', name: element.name ?? '' };
  const named = NAMING.flatMap(({ kind, type, property }): Reference[] => {
    const to = text(extension(element, type), property);
    return to === undefined ? [] : [{ kind, to, element: from }];
  });
  const template =
    jobType(element) === 'notify' ? constantOf(input(element, 'template')) : undefined;
  return typeof template === 'string'
    ? [...named, { kind: 'notice', to: template, element: from }]
    : named;
}

async function describeDecisions(source: string): Promise<Described> {
  const { decisions } = await readDecisions(source);
  return {
    ids: decisions.map(({ id }) => id),
    name: decisions[0]?.name ?? '',
    references: [],
  };
}

/** A form has no name of its own; some begin with a heading. A common part is called by the label of its group. */
function describeForm(path: string, source: string): Described {
  const { id, components } = readForm(path, source);
  if (partName(path) !== undefined) {
    const label = (components[0] && labelOfPart(components[0])) ?? fileName(path);
    return { ids: [id], name: `公共部分：${label}`, references: [] };
  }
  const texts = components.map((component) => component.text ?? '');
  const heading = texts.map((one) => /^#+\s*(.+)$/m.exec(one)?.[1]).find(Boolean);
  const references = components.flatMap(({ part, id: at = '', label: name = '' }): Reference[] =>
    part === undefined ? [] : [{ kind: 'part', to: part, element: { id: at, name } }],
  );
  return { ids: [id], name: heading?.trim() ?? '', references };
}

/** A notice's subject without what is filled in. */
function subject(source: string): string {
  const [first = ''] = source.split('\n');
  return first
    .replace(/^\uFEFF?主题[：:]\s*/, '')
    .replace(/\{\{\^.*?\}\}.*?\{\{\/.*?\}\}/g, '')
    .replace(/\{\{.*?\}\}/g, '')
    .replace(/[（(]\s*[）)]/g, '')
    .replace(/[\s：:，,]+$/, '')
    .trim();
}
