import Mustache from 'mustache';
import { readForm } from '../../../models/form.ts';
import type { Surroundings } from '../surroundings.ts';

/** Something of a project that a notice may name. */
export type Name = { name: string; info: string };

const COMMON: Name[] = [
  { name: 'projectId', info: '项目编号' },
  { name: 'ownerDelay', info: '申报方累计延误的工作日数' },
  { name: 'article', info: '依据条文' },
  { name: 'deadline', info: '办理期限' },
];
const RESULT: Name[] = [
  { name: 'outcome', info: '结论' },
  { name: 'outcomeWord', info: '结论的名称' },
  { name: 'opinion', info: '意见' },
  { name: 'body', info: '承办单位' },
];

/** What there is to name: the application's fields and the results of the steps. */
export function namesFor(files: Surroundings['files']): Name[] {
  const fields = new Map<string, string>();
  for (const { path, source } of files.filter((file) => file.path.endsWith('.form'))) {
    for (const { target, label } of componentsOf(path, source)) {
      if (target?.startsWith('application.') && label && !fields.has(target)) {
        fields.set(target, label);
      }
    }
  }
  return [
    ...COMMON,
    ...[...fields].map(([name, info]) => ({ name, info })),
    ...stepsOf(files).flatMap(({ id, name }) =>
      RESULT.map((part) => ({ name: `result_${id}.${part.name}`, info: `${name}：${part.info}` })),
    ),
  ];
}

/** Names of the text that no project has; those inside a list are the list's own and are let pass. */
export function unknownNames(text: string, names: Name[]): string[] {
  const variables = new Set(names.map(({ name }) => name.split('.')[0]));
  const fields = new Set(names.map(({ name }) => name));
  const named = tagsOf(text).filter((name) => {
    const [variable = ''] = name.split('.');
    if (variable === 'application') return name !== variable && !isField(name, fields);
    return variable.startsWith('result_') && !variables.has(variable);
  });
  return [...new Set(named)];
}

function isField(name: string, fields: Set<string>): boolean {
  return [...fields].some((field) => field === name || field.startsWith(`${name}.`));
}

function tagsOf(text: string): string[] {
  try {
    return flatten(Mustache.parse(text));
  } catch {
    return [];
  }
}

function flatten(tokens: ReturnType<typeof Mustache.parse>): string[] {
  return tokens.flatMap(([type, name, , , inner]) => {
    if (type === 'text') return [];
    const inside = Array.isArray(inner) ? flatten(inner) : [];
    return [name, ...inside];
  });
}

function stepsOf(files: Surroundings['files']): { id: string; name: string }[] {
  const steps = files
    .filter(({ path }) => path.endsWith('.bpmn'))
    .flatMap(({ source }) => [...source.matchAll(/<bpmn:userTask id="(\w+)" name="([^"]*)"/g)]);
  return [...new Map(steps.map(([, id = '', name = '']) => [id, { id, name }])).values()];
}

function componentsOf(path: string, source: string) {
  try {
    return readForm(path, source).components;
  } catch {
    return [];
  }
}
