import { readBpmn } from './bpmn.ts';
import { type Decision, readByDecision, readDecisions } from './dmn.ts';
import { type Element, is, text } from './element.ts';
import { flowElements, processesOf, processOf } from './flow.ts';
import { type Form, readForm } from './form.ts';
import { type ModelFile, partName } from './parts.ts';
import { readByForm } from './shown.ts';
import { readUserTask, type UserTask } from './user-task.ts';
import { takenOver } from './variables.ts';
import { extension, type Mapping, outputs } from './zeebe.ts';

export type { ModelFile };

/** What of the surroundings the diagrams name: notice templates by `<process-id>/<name>`, job types. */
export type Surroundings = {
  notices: string[];
  jobTypes: string[];
  /** The variables that each of these notices names. */
  noticeReads: Record<string, string[]>;
};

/** A common part of forms: its name, its file, and the components people know it by. */
export type Part = { name: string; path: string; components: Form['components'] };

/** Which diagrams, tables and forms there are together: what a rule over one file cannot see. */
export type ModelIndex = Surroundings & {
  processes: string[];
  decisions: string[];
  forms: string[];
  userTasks: UserTask[];
  startForms: string[];
  /** The common parts of forms, and which of them some form places. */
  parts: Part[];
  partsPlaced: string[];
  /** Output mappings of every element that has some, by `<process-id>/<element-id>`. */
  outputs: Record<string, Mapping[]>;
  /** The variables that each decision takes in, and those that each form reads. */
  decisionReads: Record<string, string[]>;
  formReads: Record<string, string[]>;
  /** Those that the first step of each process takes over from whoever started it, and the processes that some call. */
  takenOver: Record<string, string[]>;
  called: string[];
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
  /** What forms share; no form by itself. */
  | { kind: 'part'; file: ModelFile; name: string; form: Form }
  | { kind: 'unreadable'; file: ModelFile; reason: string };

/** Reads one model file; never throws. */
export async function readModel(file: ModelFile): Promise<Read> {
  try {
    if (file.path.endsWith('.dmn')) {
      return { kind: 'tables', file, ...(await readDecisions(file.source)) };
    }
    if (file.path.endsWith('.form')) {
      const form = readForm(file.path, file.source);
      const name = partName(file.path);
      return name === undefined ? { kind: 'form', file, form } : { kind: 'part', file, name, form };
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
    parts: models.flatMap((model) =>
      model.kind === 'part'
        ? [{ name: model.name, path: model.file.path, components: model.form.components }]
        : [],
    ),
    partsPlaced: [...new Set(models.flatMap(partsPlaced))],
    startForms: elements
      .filter((element) => is(element, 'bpmn:StartEvent'))
      .flatMap((start) => text(extension(start, 'zeebe:FormDefinition'), 'formId') ?? []),
    decisionReads: Object.fromEntries(
      models.flatMap((model) =>
        model.kind === 'tables' ? model.decisions.map((one) => [one.id, readByDecision(one)]) : [],
      ),
    ),
    formReads: Object.fromEntries(
      models.flatMap((model) =>
        model.kind === 'form' ? [[model.form.id, readByForm(model.form)]] : [],
      ),
    ),
    takenOver: Object.fromEntries(
      processes.map((process) => [process.id ?? '', takenOver(process)]),
    ),
    called: [
      ...new Set(
        elements.flatMap(
          (element) => text(extension(element, 'zeebe:CalledElement'), 'processId') ?? [],
        ),
      ),
    ],
    outputs: Object.fromEntries(
      givers.map((giver) => [`${processOf(giver)?.id}/${giver.id}`, outputs(giver)]),
    ),
  };
}

/** The common parts a form places, each once; none for any other model. */
export function partsPlaced(model: Read): string[] {
  if (model.kind !== 'form') return [];
  return [...new Set(model.form.components.flatMap(({ part }) => part ?? []))];
}
