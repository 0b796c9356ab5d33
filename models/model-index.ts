import { readBpmn } from './bpmn.ts';
import { type Decision, readDecisions } from './dmn.ts';
import { type Element, is, text } from './element.ts';
import { flowElements, processesOf, processOf } from './flow.ts';
import { type Form, readForm } from './form.ts';
import { readUserTask, type UserTask } from './user-task.ts';
import { extension, type Mapping, outputs } from './zeebe.ts';

/** A file of the models' folder; `path` is told in findings. */
export type ModelFile = { path: string; source: string };

/** What of the surroundings the diagrams name: notice templates by `<process-id>/<name>`, job types. */
export type Surroundings = { notices: string[]; jobTypes: string[] };

/** Which diagrams, tables and forms there are together: what a rule over one file cannot see. */
export type ModelIndex = Surroundings & {
  processes: string[];
  decisions: string[];
  forms: string[];
  userTasks: UserTask[];
  startForms: string[];
  /** Output mappings of every element that has some, by `<process-id>/<element-id>`. */
  outputs: Record<string, Mapping[]>;
};

/** A file as it was read, or why it could not be. */
export type Read =
  | { kind: 'diagram'; file: ModelFile; definitions: Element; warnings: string[] }
  | {
      kind: 'tables';
      file: ModelFile;
      decisions: Decision[];
      definitions: Element;
      warnings: string[];
    }
  | { kind: 'form'; file: ModelFile; form: Form }
  | { kind: 'unreadable'; file: ModelFile; reason: string };

/** Reads one model file; never throws. */
export async function readModel(file: ModelFile): Promise<Read> {
  try {
    if (file.path.endsWith('.dmn')) {
      return { kind: 'tables', file, ...(await readDecisions(file.source)) };
    }
    if (file.path.endsWith('.form')) {
      return { kind: 'form', file, form: readForm(file.path, file.source) };
    }
    return { kind: 'diagram', file, ...(await readBpmn(file.source)) };
  } catch (error) {
    return {
      kind: 'unreadable',
      file,
      reason: error instanceof Error ? error.message : `${error}`,
    };
  }
}

/** Collects what the files declare. */
export function indexModels(models: Read[], surroundings: Surroundings): ModelIndex {
  const processes = models.flatMap((model) =>
    model.kind === 'diagram' ? processesOf(model.definitions) : [],
  );
  const elements = processes.flatMap(flowElements);
  const givers = elements.filter((element) => outputs(element).length > 0);
  return {
    ...surroundings,
    processes: processes.map(({ id = '' }) => id),
    decisions: models.flatMap((model) =>
      model.kind === 'tables' ? model.decisions.map(({ id }) => id) : [],
    ),
    forms: models.flatMap((model) => (model.kind === 'form' ? model.form.id : [])),
    userTasks: elements.filter((element) => is(element, 'bpmn:UserTask')).map(readUserTask),
    startForms: elements
      .filter((element) => is(element, 'bpmn:StartEvent'))
      .flatMap((start) => text(extension(start, 'zeebe:FormDefinition'), 'formId') ?? []),
    outputs: Object.fromEntries(
      givers.map((giver) => [`${processOf(giver)?.id}/${giver.id}`, outputs(giver)]),
    ),
  };
}
