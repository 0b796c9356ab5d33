import type { Regulation, RequiredBody } from '../law/regulation.ts';
import { type Element, is, one, text } from '../models/element.ts';
import { possibleValues } from '../models/feel-values.ts';
import { flowElements, processesOf } from '../models/flow.ts';
import type { Read } from '../models/model-index.ts';
import { leftOut } from '../models/parts.ts';
import { extension, inputs, jobType, outputs } from '../models/zeebe.ts';
import type { Finding } from './finding.ts';

/** What of the directory says who is there; the directory itself needs what a browser does not have. */
export type WhoIsThere = {
  body(name: string): unknown;
  counties(): string[];
  resolveBody(name: string, facts: ReturnType<typeof factsOf>): unknown;
};
/** A body that is named somewhere; `field` tells people what names it. */
type Named = { file: string; id: string | undefined; body: string; field: string };
/** An expression that gives a variable its value. */
type Given = Omit<Named, 'body'> & { variable: string; source: string };

/** The names that mean another body for each project: whoever applied, whoever owns it. */
const OF_THE_PROJECT = ['项目应用单位', '项目业主单位'];
/** Fields of forms whose options are bodies end like this; `county` offers counties. */
const BODY_FIELD = /(Unit|Bod(y|ies))$/;
/** A county's bodies are named in general ("县发改委") and exist in each county (Art. 9). */
const COUNTY_BODY = /^县/;
const REGULATION = 'law/regulation.yaml';

/**
 * Bodies that diagrams, forms or the regulation's table name and the organisation does not have, each where it is named:
 * a step would find nobody, a notice would reach nobody. In diagrams who acts (`body`), who is told (`to`, `cc`) and who acts
 * side by side are looked at, through the variables that name them.
 */
export function bodiesExist(
  models: Read[],
  regulation: Regulation,
  directory: WhoIsThere,
): Finding[] {
  const named = [
    ...namedInDiagrams(models),
    ...models.flatMap(namedInForm),
    ...namedInRegulation(regulation),
  ];
  return [
    ...named.flatMap(({ body, ...place }) => {
      const problem = bodyProblem(body, directory);
      return problem === undefined ? [] : [finding(place, problem)];
    }),
    ...models.flatMap((model) => countiesInForm(model, directory)),
  ];
}

function finding({ file, id, field }: Omit<Named, 'body'>, problem: string): Finding {
  return {
    file,
    rule: 'bodies-exist',
    severity: 'error',
    ...(id !== undefined && { id }),
    message: `${field}：${problem}`,
  };
}

function bodyProblem(name: string, directory: WhoIsThere): string | undefined {
  if (OF_THE_PROJECT.includes(name) || directory.body(name) !== undefined) return undefined;
  if (!COUNTY_BODY.test(name)) {
    return `组织机构中没有“${name}”，请在 config/organization.yaml 中补充这一机构及其人员，或者在此改用已有的机构。`;
  }
  const without = directory
    .counties()
    .filter((county) => directory.resolveBody(name, factsOf(county)) === undefined);
  if (without.length === 0) return undefined;
  return `${without.join('、')}没有与“${name}”对应的机构，请在 config/organization.yaml 中为其补充（counterpart: ${name}），或者在此改用已有的机构。`;
}

function factsOf(county: string) {
  return { applicantUnit: '', ownerUnit: '', level: 'county' as const, county };
}

function namedInDiagrams(models: Read[]): Named[] {
  const given = models.flatMap(givenIn);
  const seen = new Set<string>();
  const follow = (variable: string): Named[] => {
    if (seen.has(variable)) return [];
    seen.add(variable);
    return given
      .filter((one) => one.variable === variable)
      .flatMap(({ source, file, id, field }) => {
        const { texts, variables } = possibleValues(source);
        return [...texts.map((body) => ({ file, id, field, body })), ...variables.flatMap(follow)];
      });
  };
  return ['body', 'to', 'cc'].flatMap(follow);
}

function givenIn(model: Read): Given[] {
  if (model.kind !== 'diagram') return [];
  const { path: file } = model.file;
  return processesOf(model.definitions)
    .flatMap(flowElements)
    .flatMap((element) => {
      const { id } = element;
      return givenBy(element).map((given) => ({ file, id, ...given }));
    });
}

function givenBy(element: Element): Omit<Given, 'file' | 'id'>[] {
  const loop = one(element, 'loopCharacteristics');
  const zeebe = loop && extension(loop, 'zeebe:LoopCharacteristics');
  const member = text(zeebe, 'inputElement');
  return [
    ...inputs(element)
      // `to` and `cc` mean bodies where something is sent, `body` where somebody acts.
      .filter(({ target }) => !['to', 'cc'].includes(target) || jobType(element) === 'notify')
      .filter(({ target }) => target !== 'body' || is(element, 'bpmn:UserTask'))
      .map(({ target, source }) => ({ variable: target, source, field: `输入参数 ${target}` })),
    ...outputs(element).map(({ target, source }) => ({
      variable: target,
      source,
      field: `输出参数 ${target}`,
    })),
    ...(member === undefined
      ? []
      : [
          {
            variable: member,
            source: text(zeebe, 'inputCollection') ?? '',
            field: '多实例的输入集合',
          },
        ]),
  ];
}

function namedInForm(model: Read): Named[] {
  const offered = optionsOf(model, ({ key }) => BODY_FIELD.test(key));
  return [
    ...offered.map(({ value, ...place }) => ({ ...place, body: value })),
    ...leftOutIn(model),
  ];
}

/** Whom a choice of the organisation's own lists leaves out; those it offers are there. */
function leftOutIn(model: Read): Named[] {
  if (model.kind !== 'form') return [];
  const { path: file } = model.file;
  return model.form.components.flatMap((component) => {
    const { id, label } = component;
    return leftOut(component).map((body) => ({ file, id, field: `字段“${label}”的 except`, body }));
  });
}

function countiesInForm(model: Read, directory: WhoIsThere): Finding[] {
  const counties = directory.counties();
  return optionsOf(model, ({ key }) => key === 'county')
    .filter(({ value }) => !counties.includes(value))
    .map(({ value, ...place }) =>
      finding(
        place,
        `组织机构中没有“${value}”的机构，请在 config/organization.yaml 中补充，或者去掉这一选项。`,
      ),
    );
}

/** The options of a form's fields that are wanted, by the last part of their key. */
function optionsOf(model: Read, wanted: (field: { key: string }) => boolean) {
  if (model.kind !== 'form') return [];
  return model.form.components
    .filter(({ key }) => wanted({ key: key?.split('.').at(-1) ?? '' }))
    .flatMap(({ id, label, values = [] }) =>
      values.flatMap(({ value }) =>
        typeof value === 'string'
          ? [{ file: model.file.path, id, field: `字段“${label}”的选项`, value }]
          : [],
      ),
    );
}

/** Each body once, with every place of the table that names it. */
function namedInRegulation({ bodies, tasks }: Regulation): Named[] {
  const places = [
    ...Object.entries(bodies).map(([name, body]) => ({ at: `bodies.${name}`, names: each(body) })),
    ...Object.entries(tasks).flatMap(([process, rows]) =>
      Object.entries(rows).map(([id, row]) => ({
        at: `tasks.${process}.${id}`,
        names: [...each(row.body), ...(row.bodies ?? []), ...each(row['extended-by'])],
      })),
    ),
  ];
  return [...new Set(places.flatMap(({ names }) => names))].map((body) => ({
    file: REGULATION,
    id: undefined,
    field: places
      .filter(({ names }) => names.includes(body))
      .map(({ at }) => at)
      .join('、'),
    body,
  }));
}

function each(body: RequiredBody | undefined): string[] {
  if (body === undefined) return [];
  return typeof body === 'string'
    ? [body]
    : Object.values(body).filter((name) => name !== undefined);
}
