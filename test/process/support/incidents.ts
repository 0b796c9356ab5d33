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

/** What an operator does once the cause is gone: one more try for the job, then the incident is resolved. */
export async function retry({ engine }: World, { jobKey, recordKey }: Incident): Promise<void> {
  await engine.updateJobRetries({ jobKey, retries: 1 });
  await engine.resolveIncident({ incidentKey: recordKey });
}
