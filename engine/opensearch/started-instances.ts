import { z } from 'zod';
import { waitFor } from '../wait.ts';
import type { Search } from './client.ts';

const INDEX = 'zeebe-record_process-instance-creation*';
const MOST = 1000;

const creationsSchema = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        _source: z.object({
          intent: z.string(),
          value: z.object({
            processInstanceKey: z.number(),
            variables: z.looseObject({
              application: z.looseObject({ projectName: z.unknown() }).optional(),
            }),
          }),
        }),
      }),
    ),
  }),
});

const partitionsSchema = z.record(
  z.string(),
  z.object({ processedPosition: z.number(), exportedPosition: z.number() }),
);

/**
 * Waits until everything the engine had processed when this was called is exported: from then on what
 * the index does not have did not happen.
 * @param management address of the engine's management server
 */
export async function waitForExporter(management: string, search: Search): Promise<void> {
  const positions = async () => {
    const response = await fetch(`${management}/actuator/partitions`);
    return Object.values(partitionsSchema.parse(await response.json()));
  };
  const processed = (await positions()).map((partition) => partition.processedPosition);
  await waitFor(
    'exporter',
    async () => {
      const now = await positions();
      return now.every(({ exportedPosition }, i) => exportedPosition >= (processed[i] ?? 0));
    },
    { withinMs: 60_000 },
  );
  await search.call('POST', `${INDEX}/_refresh`);
}

/** The instance that was started with an application of this project name, if any. */
export async function instanceOf(search: Search, projectName: string): Promise<string | undefined> {
  const answer = await search.call('GET', `${INDEX}/_search?size=${MOST}`);
  const found = creationsSchema
    .parse(answer)
    .hits.hits.map(({ _source }) => _source)
    .find(
      ({ intent, value }) =>
        intent === 'CREATED' && value.variables.application?.projectName === projectName,
    );
  return found === undefined ? undefined : String(found.value.processInstanceKey);
}
