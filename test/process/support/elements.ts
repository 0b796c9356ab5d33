import { z } from 'zod';

const hitsSchema = z.object({
  hits: z.object({
    hits: z.array(z.object({ _source: z.object({ value: z.object({ elementId: z.string() }) }) })),
  }),
});

/** The end event by which an instance (not one it called) completed; undefined while it runs. Read from the exported records. */
export async function endOf(search: string, processInstanceKey: string): Promise<string | undefined> {
  const elements = await completed(search, processInstanceKey, [
    { terms: { 'value.bpmnElementType': ['END_EVENT', 'PROCESS'] } },
  ]);
  return elements.at(-1) === 'project-application' ? elements.at(-2) : undefined;
}

/** Ids of elements of an instance that completed. */
export async function completed(search: string, processInstanceKey: string, more: object[] = []): Promise<string[]> {
  const response = await fetch(`${search}/zeebe-record_process-instance_*/_search?size=200`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: {
        bool: {
          filter: [
            { term: { 'value.processInstanceKey': processInstanceKey } },
            { term: { intent: 'ELEMENT_COMPLETED' } },
            ...more,
          ],
        },
      },
      sort: 'position',
    }),
  });
  const { hits } = hitsSchema.parse(await response.json());
  return hits.hits.map(({ _source }) => _source.value.elementId);
}
