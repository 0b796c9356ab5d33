import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

type Kind = 'process' | 'decision' | 'form';
export type Model = { kind: Kind; name: string; content: Buffer };

const KINDS: Record<string, Kind> = { bpmn: 'process', dmn: 'decision', form: 'form' };

/** Folders beside the processes that hold no models of the city's: the rules' own diagrams, templates. */
const ASIDE = ['lint', 'templates'];

/** Every diagram, decision table and form below the folder, in a fixed order. */
export function readModels(folder: string): Model[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((name) => !ASIDE.includes(name.split('/')[0] ?? ''))
    .sort()
    .flatMap((name) => {
      const kind = KINDS[name.slice(name.lastIndexOf('.') + 1)];
      return kind === undefined ? [] : [{ kind, name, content: readFileSync(join(folder, name)) }];
    });
}
