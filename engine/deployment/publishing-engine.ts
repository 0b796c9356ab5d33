import type { EngineClient } from '../client.ts';
import type { RestClient } from '../connect.ts';
import { type ActiveElement, activeElements, type RunningTask, runningTasks } from '../running.ts';
import { type DeployedResource, deployResources, type Resource } from './deploy-resources.ts';

/** Where an instance's elements go when it moves to another version. */
export type Mapping = { from: string; to: string };

/** What publishing asks of the engine. Everything throws what the engine's clients throw. */
export type PublishingEngine = {
  /** See `deployResources`. */
  deploy(models: Resource[]): Promise<DeployedResource[]>;
  /** See `runningTasks`. */
  runningTasks(processId: string): Promise<RunningTask[]>;
  /** See `activeElements`. */
  activeElements(processDefinitionKey: string): Promise<ActiveElement[]>;
  migrate(processInstanceKey: string, targetKey: string, mapping: Mapping[]): Promise<void>;
};

/** The engine through its two doors; the caller closes them. */
export function publishingEngine(
  grpc: Pick<EngineClient, 'deployResources' | 'migrateProcessInstance'>,
  rest: RestClient,
): PublishingEngine {
  return {
    deploy: (models) => deployResources(grpc, models),
    runningTasks: (processId) => runningTasks(rest, processId),
    activeElements: (processDefinitionKey) => activeElements(rest, processDefinitionKey),
    async migrate(processInstanceKey, targetProcessDefinitionKey, mapping) {
      await grpc.migrateProcessInstance({
        processInstanceKey,
        migrationPlan: {
          targetProcessDefinitionKey,
          mappingInstructions: mapping.map(({ from, to }) => ({
            sourceElementId: from,
            targetElementId: to,
          })),
        },
      });
    },
  };
}
