import { readFile } from 'node:fs/promises';
import { modelFiles } from './files.ts';
import { type ModelFile, type Read, readModel } from './model-index.ts';
import { fillParts } from './parts.ts';
import { type Startable, startableIn } from './startable.ts';
import { type Steps, stepsOf } from './steps.ts';

/**
 * Reads the steps of all models below the folder once.
 * @throws when a file is not BPMN or no form; the text names it.
 */
export async function loadSteps(modelsFolder: string): Promise<Steps> {
  return stepsOf(await readDiagramsAndForms(modelsFolder));
}

/**
 * Reads the processes that people start, of all models below the folder, once.
 * @throws when a file is not BPMN or no form; the text names it.
 */
export async function loadStartable(modelsFolder: string): Promise<Startable[]> {
  return startableIn(await readDiagramsAndForms(modelsFolder));
}

async function readDiagramsAndForms(modelsFolder: string): Promise<Read[]> {
  const paths = (await modelFiles(modelsFolder)).filter((path) => !path.endsWith('.dmn'));
  const files = paths.map(async (path) => ({ path, source: await readFile(path, 'utf8') }));
  // Whom a form lets people choose from does not matter here.
  return Promise.all(fillParts(await Promise.all(files), {}).map(readStrictly));
}

async function readStrictly(file: ModelFile): Promise<Read> {
  const { path } = file;
  const model = await readModel(file);
  if (model.kind !== 'unreadable') return model;
  const kind = path.endsWith('.bpmn') ? ' BPMN 模型' : '表单';
  throw new Error(`${path} 不是有效的${kind}：${model.reason}`);
}
