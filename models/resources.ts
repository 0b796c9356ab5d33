import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

type Kind = 'process' | 'decision' | 'form';
export type Model = { kind: Kind; name: string; content: Buffer };

const KINDS: Record<string, Kind> = { bpmn: 'process', dmn: 'decision', form: 'form' };

/** Every diagram, decision table and form below the folder, in a fixed order. */
export function readModels(folder: string): Model[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .sort()
    .flatMap((name) => {
      const kind = KINDS[name.slice(name.lastIndexOf('.') + 1)];
      return kind === undefined ? [] : [{ kind, name, content: readFileSync(join(folder, name)) }];
    });
}
