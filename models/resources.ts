import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Choices } from '../law/directory/choices.ts';
import { fillParts, type ModelFile, partName } from './parts.ts';

type Kind = 'process' | 'decision' | 'form';
export type Model = { kind: Kind; name: string; content: Buffer };

const KINDS: Record<string, Kind> = { bpmn: 'process', dmn: 'decision', form: 'form' };

/** Every diagram, decision table and form below the folder as the engine takes them; see `resourcesOf`. */
export function readModels(folder: string, choices: Choices): Model[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((path) => kindOf(path) !== undefined)
    .map((path) => ({ path, source: readFileSync(join(folder, path), 'utf8') }));
  return resourcesOf(files, choices);
}

/**
 * The diagrams, decision tables and forms among the files as the engine takes them, in a fixed order: forms filled in
 * (see `fillParts`), their common parts not deployed by themselves.
 */
export function resourcesOf(files: ModelFile[], choices: Choices): Model[] {
  return fillParts(files, choices)
    .filter(({ path }) => partName(path) === undefined)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, source }) => {
      const kind = kindOf(path);
      return kind === undefined ? [] : [{ kind, name: path, content: Buffer.from(source) }];
    });
}

function kindOf(path: string): Kind | undefined {
  return KINDS[path.slice(path.lastIndexOf('.') + 1)];
}
