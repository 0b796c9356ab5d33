import type { Choices } from '../../law/directory/index.ts';
import type { Decision } from '../../models/dmn.ts';
import { type Element, is, list } from '../../models/element.ts';
import type { Form } from '../../models/form.ts';
import { type ModelFile, type Read, readModel } from '../../models/model-index.ts';
import { type Notices, noticesFrom } from '../../models/notices.ts';
import { fillParts } from '../../models/parts.ts';
import { type Steps, stepsOf } from '../../models/steps.ts';
import { ScenarioError } from './faults.ts';

/** A process and the file it is drawn in. */
export type Process = { id: string; path: string; element: Element };

/** The models a scenario walks, by their ids. */
export type Models = {
  processes: Map<string, Process>;
  decisions: Map<string, Decision>;
  forms: Map<string, Form>;
  steps: Steps;
  notices: Notices;
  /** Fields of answers that some diagram reads: what a way may depend on. */
  fieldsRead: Set<string>;
};

/**
 * Reads the models of one version, filled in as they are deployed. `read` may remember what it has read of the same text
 * before.
 * @throws ScenarioError `unreadable-content` that names every file that cannot be read
 */
export async function readModels(
  files: ModelFile[],
  choices: Choices,
  read: (file: ModelFile) => Promise<Read> = readModel,
): Promise<Models> {
  const notices = new Map(files.map(({ path, source }) => [path, source]));
  const models = await Promise.all(fillParts(files.filter(isModel), choices).map(read));
  const unreadable = models.flatMap((model) =>
    model.kind === 'unreadable' ? [`${model.file.path}（${model.reason}）`] : [],
  );
  if (unreadable.length > 0) {
    const message = `以下文件无法读取，请先在编辑器中改正：${unreadable.join('；')}。`;
    throw new ScenarioError('unreadable-content', message);
  }
  const processes = models.flatMap(processesOf);
  return {
    processes: new Map(processes.map((process) => [process.id, process])),
    decisions: byId(models.flatMap((model) => (model.kind === 'tables' ? model.decisions : []))),
    forms: byId(models.flatMap((model) => (model.kind === 'form' ? [model.form] : []))),
    steps: stepsOf(models),
    notices: noticesFrom((path) => notices.get(path)),
    fieldsRead: fieldsRead(files),
  };
}

function isModel({ path }: ModelFile): boolean {
  return /\.(bpmn|dmn|form)$/.test(path);
}

function processesOf(model: Read): Process[] {
  if (model.kind !== 'diagram') return [];
  return list(model.definitions, 'rootElements')
    .filter((element) => is(element, 'bpmn:Process'))
    .map((element) => ({ id: element.id ?? '', path: model.file.path, element }));
}

/** Everything that stands behind a dot in an expression; more than is meant does no harm. */
function fieldsRead(files: ModelFile[]): Set<string> {
  const diagrams = files.filter(({ path }) => path.endsWith('.bpmn'));
  return new Set(
    diagrams.flatMap(({ source }) =>
      [...source.matchAll(/\.([a-z]\w*)/gi)].map(([, name = '']) => name),
    ),
  );
}

function byId<T extends { id: string }>(models: T[]): Map<string, T> {
  return new Map(models.map((model) => [model.id, model]));
}
