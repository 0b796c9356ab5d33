import type { z } from 'zod';
import { call } from '../../site/page/api.ts';
import { lintingRoutes } from '../linting/api.ts';

/** What lint, completion and the choices of fields know beside the file that is edited. */
export type Surroundings = z.output<typeof lintingRoutes.readSurroundings.answer>;

/** Asks the server for everything saved; a later call sees what was saved meanwhile. */
export function readSurroundings(): Promise<Surroundings> {
  return call(lintingRoutes.readSurroundings);
}
