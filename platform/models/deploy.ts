import { z } from 'zod';
import type { EngineClient } from '../engine-client.ts';
import { PlatformError } from '../problem.ts';
import { waitFor } from '../wait.ts';
import { type Model, readModels } from './resources.ts';

const deployedSchema = z.object({
  process: z.object({ bpmnProcessId: z.string(), version: z.number() }).optional(),
  form: z.object({ formKey: z.string() }).optional(),
});

/** What the engine answered: versions by process id, and the keys of the forms. */
export type Deployed = { processes: Record<string, number>; formKeys: string[] };

/** gRPC's INVALID_ARGUMENT: the engine read the models and does not accept them. */
const REFUSED = 3;
const grpcErrorSchema = z.object({ code: z.number(), message: z.string() });
const WITHIN_MS = 180_000;

/**
 * Deploys the whole folder in one deployment, because forms and called processes are bound to their
 * deployment (#22162). The engine itself recognises a set it already has and then makes no new
 * versions, so this may be called at every start, and again while the engine is too busy to answer.
 * @throws PlatformError with the engine's reasons when it refuses a model
 */
export async function deployModels(engine: EngineClient, folder: string): Promise<Deployed> {
  const resources = readModels(folder).map(asResource);
  if (resources.length === 0) return { processes: {}, formKeys: [] };
  const { deployments } = await waitFor('部署模型', () => tryOnce(engine, resources, folder), {
    withinMs: WITHIN_MS,
    everyMs: 1000,
  });
  const all = z.array(deployedSchema).parse(deployments);
  return {
    processes: Object.fromEntries(
      all.flatMap(({ process }) => (process ? [[process.bpmnProcessId, process.version]] : [])),
    ),
    formKeys: all.flatMap(({ form }) => (form ? [form.formKey] : [])),
  };
}

type Resource = ReturnType<typeof asResource>;

async function tryOnce(engine: EngineClient, resources: Resource[], folder: string) {
  try {
    return await engine.deployResources(resources);
  } catch (cause) {
    const error = grpcErrorSchema.safeParse(cause).data;
    if (error?.code !== REFUSED) throw cause;
    throw new PlatformError(`引擎拒绝部署 ${folder} 下的模型：\n${error.message}`, { cause });
  }
}

function asResource({ kind, name, content }: Model) {
  if (kind === 'process') return { process: content, name };
  if (kind === 'decision') return { decision: content, name };
  return { form: content, name };
}
