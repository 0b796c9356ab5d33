import { z } from 'zod';
import type { EngineClient } from '../client.ts';

const version = z.number();
const deployedSchema = z.object({
  process: z
    .object({
      bpmnProcessId: z.string(),
      version,
      processDefinitionKey: z.string(),
      resourceName: z.string(),
    })
    .optional(),
  decision: z
    .object({
      dmnDecisionId: z.string(),
      version,
      decisionKey: z.string(),
      decisionRequirementsKey: z.string(),
    })
    .optional(),
  decisionRequirements: z
    .object({ decisionRequirementsKey: z.string(), resourceName: z.string() })
    .optional(),
  form: z
    .object({ formId: z.string(), version, formKey: z.string(), resourceName: z.string() })
    .optional(),
});

/** A file of one deployment, whole. */
export type Resource = { kind: 'process' | 'decision' | 'form'; name: string; content: Buffer };

/** What the engine made of a resource; `name` is the resource's own. */
export type DeployedResource = {
  kind: Resource['kind'];
  id: string;
  version: number;
  key: string;
  name: string;
};

/** The engine read the models and does not accept them; the message is the engine's. */
export class ModelsRefused extends Error {
  override name = 'ModelsRefused';
}

/** gRPC's INVALID_ARGUMENT. */
const REFUSED = 3;
const grpcErrorSchema = z.object({ code: z.number(), message: z.string() });

/**
 * Deploys the models in one deployment, because forms and called processes are bound to their deployment
 * (#22162). The engine itself recognises a set it already has and then makes no new versions, so this may be
 * repeated when an answer was lost.
 * @throws ModelsRefused, or gRPC's error when the engine does not answer
 */
export async function deployResources(
  engine: Pick<EngineClient, 'deployResources'>,
  models: Resource[],
): Promise<DeployedResource[]> {
  try {
    const { deployments } = await engine.deployResources(models.map(asResource));
    return resourcesOf(z.array(deployedSchema).parse(deployments));
  } catch (cause) {
    const error = grpcErrorSchema.safeParse(cause).data;
    if (error?.code !== REFUSED) throw cause;
    throw new ModelsRefused(error.message, { cause });
  }
}

function resourcesOf(deployments: z.output<typeof deployedSchema>[]): DeployedResource[] {
  const files = new Map(
    deployments.flatMap(({ decisionRequirements: file }): [string, string][] =>
      file ? [[file.decisionRequirementsKey, file.resourceName]] : [],
    ),
  );
  return deployments.flatMap(({ process, decision, form }): DeployedResource[] => {
    if (process) {
      const { bpmnProcessId: id, processDefinitionKey: key, resourceName: name } = process;
      return [{ kind: 'process', id, version: process.version, key, name }];
    }
    if (decision) {
      const { dmnDecisionId: id, decisionKey: key } = decision;
      const name = files.get(decision.decisionRequirementsKey) ?? '';
      return [{ kind: 'decision', id, version: decision.version, key, name }];
    }
    if (form) {
      const { formId: id, formKey: key, resourceName: name } = form;
      return [{ kind: 'form', id, version: form.version, key, name }];
    }
    return [];
  });
}

function asResource({ kind, name, content }: Resource) {
  if (kind === 'process') return { process: content, name };
  if (kind === 'decision') return { decision: content, name };
  return { form: content, name };
}
