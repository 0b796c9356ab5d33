import { z } from 'zod';
import type { OperatorClient, RestClient } from './connect.ts';
import { isNotFound } from './grpc-codes.ts';
import { RETRIES_IN_MODELS } from './jobs/run-job.ts';
import { keySchema, search } from './search.ts';

const PAGE = 100;

const incidentSchema = z
  .looseObject({
    // 8.6's names first, those of later versions after.
    key: keySchema.optional(),
    incidentKey: keySchema.optional(),
    flowNodeId: z.string().nullish(),
    elementId: z.string().nullish(),
    processDefinitionId: z.string().nullish(),
    processInstanceKey: keySchema,
    jobKey: keySchema.optional(),
    state: z.string(),
    errorMessage: z.string().nullish(),
    treePath: z.string().nullish(),
  })
  .transform(({ key, incidentKey, jobKey, flowNodeId, elementId, ...incident }) => ({
    key: incidentKey || key || '',
    // Operate writes 0 or -1 where there is none.
    jobKey: Number(jobKey) > 0 ? jobKey : undefined,
    processId: incident.processDefinitionId ?? '',
    elementId: elementId ?? flowNodeId ?? '',
    processInstanceKey: incident.processInstanceKey,
    message: incident.errorMessage ?? '',
    state: incident.state,
    /** The instances that called it, as Operate writes them: "PI_1/FN_Call/FNI_2/PI_3". */
    callers: (incident.treePath ?? '')
      .split('/')
      .flatMap((part) => (part.startsWith('PI_') ? [part.slice(3)] : [])),
  }));

export type Incident = z.output<typeof incidentSchema>;

const answerSchema = z.object({ items: z.array(incidentSchema) });

/** Every incident that is not resolved yet, as the search shows them: some seconds late, oldest first. */
export async function openIncidents(rest: RestClient): Promise<Incident[]> {
  const found: Incident[] = [];
  for (let from = 0; ; from += PAGE) {
    const answer = await search(rest, 'incidents/search', {
      filter: {},
      sort: [{ field: 'key', order: 'asc' }],
      page: { from, limit: PAGE },
    });
    const { items } = answerSchema.parse(answer);
    // A new incident is PENDING until Operate has seen to it; 8.6.0 does not filter by everything it is asked for.
    found.push(...items.filter(({ state }) => state === 'ACTIVE' || state === 'PENDING'));
    if (items.length < PAGE) return found;
  }
}

/**
 * Gives the job of an incident all its tries again and resolves the incident. Operate's own button leaves
 * jobs of listeners without a try (camunda/camunda#23383).
 * @returns false when the incident or its job is gone meanwhile
 */
export async function resolve(
  grpc: Pick<OperatorClient, 'updateJobRetries' | 'resolveIncident'>,
  { key, jobKey }: Incident,
): Promise<boolean> {
  try {
    if (jobKey !== undefined) await grpc.updateJobRetries({ jobKey, retries: RETRIES_IN_MODELS });
    await grpc.resolveIncident({ incidentKey: key });
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}
