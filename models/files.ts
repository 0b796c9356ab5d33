import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The model files (.bpmn, .dmn, .form) below a folder, sorted, with the folder in their paths. */
export async function modelFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => /\.(bpmn|dmn|form)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}
