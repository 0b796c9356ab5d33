import type { JavaProgram } from '../java/program.ts';
import type { Parts } from '../parts/parts.ts';
import type { Settings } from '../settings/settings.ts';
import { engineProgram } from './engine.ts';
import { openSearchProgram } from './opensearch.ts';
import { webProgram } from './web.ts';

/** All Java programs of the platform, the slowest to start first. */
export function javaPrograms(parts: Parts, settings: Settings): JavaProgram[] {
  return [webProgram, engineProgram, openSearchProgram].map((program) => program(parts, settings));
}
