import type { EngineClient } from '../engine/client.ts';
import { deployResources, ModelsRefused } from '../engine/deployment/deploy-resources.ts';
import { PlatformError } from '../engine/problem.ts';
import { waitFor } from '../engine/wait.ts';
import { choicesOf, type Directory } from '../law/directory/index.ts';
import { type Model, readModels } from '../models/resources.ts';

/** What the engine answered: versions by process id, and the keys of the forms. */
export type Deployed = { processes: Record<string, number>; formKeys: string[] };

const WITHIN_MS = 180_000;

/**
 * Deploys the whole folder, with the organisation's names in its forms; see `deployResources`. May be called at every start, and again while the engine is
 * too busy to answer.
 * @throws PlatformError with the engine's reasons when it refuses a model
 */
export async function deployModels(
  engine: EngineClient,
  folder: string,
  directory: Directory,
): Promise<Deployed> {
  const models = readModels(folder, choicesOf(directory));
  if (models.length === 0) return { processes: {}, formKeys: [] };
  const resources = await waitFor('部署模型', () => tryOnce(engine, models, folder), {
    withinMs: WITHIN_MS,
    everyMs: 1000,
  });
  const versions = resources.filter(({ kind }) => kind === 'process');
  return {
    processes: Object.fromEntries(versions.map(({ id, version }) => [id, version])),
    formKeys: resources.filter(({ kind }) => kind === 'form').map(({ key }) => key),
  };
}

async function tryOnce(engine: EngineClient, models: Model[], folder: string) {
  try {
    return await deployResources(engine, models);
  } catch (cause) {
    if (!(cause instanceof ModelsRefused)) throw cause;
    throw new PlatformError(`引擎拒绝部署 ${folder} 下的模型：\n${cause.message}`, { cause });
  }
}
