import { type Regulation, readRegulation } from '../../law/regulation.ts';
import type { Decision } from '../../models/dmn.ts';
import { readDrawing, type Shape } from '../../models/drawing.ts';
import { type Element, text } from '../../models/element.ts';
import { processesOf, processOf } from '../../models/flow.ts';
import { type ModelFile, readModel } from '../../models/model-index.ts';
import { extension } from '../../models/zeebe.ts';

/** A process with what its diagram draws. */
export type Process = { id: string; name: string; shapes: Shape[] };

/** What the tables of the README are made from. */
export type House = {
  processes: Map<string, Process>;
  decisions: Map<string, Decision>;
  regulation: Regulation;
  /** Tests on the real engine, and of the workers' handlers: their text by their path. */
  tests: Map<string, string>;
};

/**
 * Reads the models and the regulation.
 * @throws Error naming a file that cannot be read
 */
export async function readHouse(
  files: ModelFile[],
  regulation: string,
  tests: Map<string, string>,
): Promise<House> {
  const models = await Promise.all(files.map(readModel));
  for (const model of models) {
    if (model.kind === 'unreadable') throw new Error(`${model.file.path}: ${model.reason}`);
  }
  const processes = models.flatMap((model) => {
    if (model.kind !== 'diagram') return [];
    const { shapes } = readDrawing(model.definitions);
    return processesOf(model.definitions).map((process) => ({
      id: process.id ?? '',
      name: process.name ?? '',
      shapes: shapes.filter(({ element }) => processOf(element) === process),
    }));
  });
  const decisions = models.flatMap((model) => (model.kind === 'tables' ? model.decisions : []));
  return {
    processes: new Map(processes.map((process) => [process.id, process])),
    decisions: new Map(decisions.map((decision) => [decision.id, decision])),
    regulation: readRegulation(regulation),
    tests,
  };
}

/** The process that a call activity calls; undefined for any other element. */
export function calledBy(element: Element): string | undefined {
  return text(extension(element, 'zeebe:CalledElement'), 'processId');
}

/** The decision that a business rule task asks; undefined for any other element. */
export function decisionOf(element: Element): string | undefined {
  return text(extension(element, 'zeebe:CalledDecision'), 'decisionId');
}
