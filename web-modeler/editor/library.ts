import type { z } from 'zod';
import { call } from '../../site/page/api.ts';
import { libraryRoutes } from '../library/api.ts';

/** The saved models by their Chinese names: what a field can choose from, and where each is opened. */
export type Library = z.output<typeof libraryRoutes.listModels.answer>['models'];

export async function readLibrary(): Promise<Library> {
  return (await call(libraryRoutes.listModels)).models;
}
