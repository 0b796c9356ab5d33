import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { exported, keySchema } from './exported.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

const incidentSchema = z.object({
  recordKey: keySchema,
  elementId: z.string(),
  errorMessage: z.string(),
  jobKey: keySchema,
});

export type Incident = z.output<typeof incidentSchema>;

/** Waits for an instance's incident, as operators see it. */
export function incidentOf({ search }: World, processInstanceKey: string): Promise<Incident> {
  return until(`an incident of ${processInstanceKey}`, async () => {
    const incidents = await exported(
      search,
      'incident',
      [
        { term: { 'value.processInstanceKey': processInstanceKey } },
        { term: { intent: 'CREATED' } },
      ],
      incidentSchema,
    );
    return incidents.at(-1);
  });
}

/**
 * What an operator types once the cause is gone, in a process of its own; again while the incident cannot be searched
 * yet. @returns what the command said
 */
export function retry({ grpc, rest }: World, { recordKey }: Incident): Promise<string> {
  const engine = { ZEEBE_GRPC_ADDRESS: grpc, ZEEBE_REST_ADDRESS: rest };
  const env = { ...process.env, ...engine, CAMUNDA_AUTH_STRATEGY: 'NONE' };
  return until(`npm run retry -- ${recordKey}`, async () => {
    const { status, stdout } = spawnSync('npm', ['run', '-s', 'retry', '--', recordKey], { env });
    return status === 0 ? stdout.toString() : undefined;
  });
}
