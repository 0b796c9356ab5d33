import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeMarker } from '../processes/marker.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** The command line of one of our own programs, a TypeScript file named from the project's root. */
export function nodeCommand(
  file: string,
  dataFolder: string,
): { command: string; args: string[]; cwd: string } {
  return {
    command: process.execPath,
    args: ['--import', TSX, file, nodeMarker(dataFolder)],
    cwd: ROOT,
  };
}
