import { z } from 'zod';
import { exported, keySchema } from './exported.ts';

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

/** The end events of instances that are over, by instance. */
export async function endsOf(search: string, keys: string[]): Promise<Map<string, string>> {
  const ends = await exported(
    search,
    'process-instance',
    [
      // Not those of sub-processes.
      { terms: { 'value.flowScopeKey': keys } },
      { term: { 'value.bpmnElementType': 'END_EVENT' } },
      { term: { intent: 'ELEMENT_COMPLETED' } },
    ],
    z.object({ elementId: z.string(), flowScopeKey: keySchema }),
  );
  return new Map(ends.map(({ flowScopeKey, elementId }) => [flowScopeKey, elementId]));
}
