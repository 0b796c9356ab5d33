import { call } from '../../../site/page/api.ts';
import { ApiProblem } from '../../../site/page/problem.ts';
import { modelRoutes } from '../../model/api.ts';
import type { At } from '../../model/page/at.ts';

/** A file's text at a moment; null when there was no such file then. */
export async function readText(path: string, at: At, signal: AbortSignal): Promise<string | null> {
  try {
    return (await call(modelRoutes.readModel, { query: { path, at }, signal })).source;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'no-such-model') return null;
    throw error;
  }
}
