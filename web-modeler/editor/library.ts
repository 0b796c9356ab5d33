import type { z } from 'zod';
import { call, routes } from '../../site/page/api.ts';

/** The saved models by their Chinese names: what a field can choose from, and where each is opened. */
export type Library = z.output<typeof routes.listModels.answer>['models'];

export async function readLibrary(): Promise<Library> {
  return (await call(routes.listModels)).models;
}
