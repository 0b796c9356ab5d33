import { z } from 'zod';
import { exported } from './exported.ts';

/** The end event by which an instance (not one it called) completed; undefined while it runs. */
export async function endOf(
  search: string,
  processInstanceKey: string,
  processId = 'project-application',
): Promise<string | undefined> {
  const elements = await completed(search, processInstanceKey, [
    { terms: { 'value.bpmnElementType': ['END_EVENT', 'PROCESS'] } },
  ]);
  return elements.at(-1) === processId ? elements.at(-2) : undefined;
}

/** Ids of elements of an instance that completed. */
export async function completed(
  search: string,
  processInstanceKey: string,
  more: object[] = [],
): Promise<string[]> {
  const elements = await exported(
    search,
    'process-instance',
    [
      { term: { 'value.processInstanceKey': processInstanceKey } },
      { term: { intent: 'ELEMENT_COMPLETED' } },
      ...more,
    ],
    z.object({ elementId: z.string() }),
  );
  return elements.map(({ elementId }) => elementId);
}
