import { z } from 'zod';
import type { EngineClient } from '../engine-client.ts';
import { PlatformError } from '../problem.ts';
import { type Model, readModels } from './resources.ts';

const deployedSchema = z.object({
  process: z.object({ bpmnProcessId: z.string(), version: z.number() }).optional(),
  form: z.object({ formKey: z.string() }).optional(),
});

/** What the engine answered: versions by process id, and the keys of the forms. */
export type Deployed = { processes: Record<string, number>; formKeys: string[] };

/**
 * Deploys the whole folder in one deployment, because forms and called processes are bound to their
 * deployment (#22162). The engine itself recognises a set it already has and then makes no new
 * versions, so this may be called at every start.
 * @throws PlatformError with the engine's reasons when it refuses a model
 */
export async function deployModels(engine: EngineClient, folder: string): Promise<Deployed> {
  const models = readModels(folder);
  if (models.length === 0) return { processes: {}, formKeys: [] };
  const { deployments } = await engine.deployResources(models.map(asResource)).catch((cause) => {
    throw new PlatformError(`引擎拒绝部署 ${folder} 下的模型：\n${reasonOf(cause)}`, { cause });
  });
  const all = z.array(deployedSchema).parse(deployments);
  return {
    processes: Object.fromEntries(
      all.flatMap(({ process }) => (process ? [[process.bpmnProcessId, process.version]] : [])),
    ),
    formKeys: all.flatMap(({ form }) => (form ? [form.formKey] : [])),
  };
}

function asResource({ kind, name, content }: Model) {
  if (kind === 'process') return { process: content, name };
  if (kind === 'decision') return { decision: content, name };
  return { form: content, name };
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
