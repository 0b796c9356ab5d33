import { z } from 'zod';
import type { OperatorClient, RestClient } from './connect.ts';
import { isNotFound } from './grpc-codes.ts';
import { keySchema, search } from './search.ts';

const PAGE = 500;
/** How the search writes a moment: "2026-11-28T03:45:26.863+0000". */
const momentSchema = z
  .string()
  .transform((text) => new Date(text))
  .refine((moment) => !Number.isNaN(moment.getTime()));

// 8.6's names, and those of later versions where they differ.
const answerSchema = z.object({
  items: z.array(
    z
      .object({
        flowNodeInstanceKey: keySchema.optional(),
        elementInstanceKey: keySchema.optional(),
        flowNodeId: z.string().nullish(),
        elementId: z.string().nullish(),
        processInstanceKey: keySchema,
        state: z.string(),
        endDate: momentSchema.nullish().catch(undefined),
      })
      .transform(({ flowNodeInstanceKey, elementInstanceKey, flowNodeId, elementId, ...rest }) => ({
        key: elementInstanceKey || flowNodeInstanceKey || '',
        elementId: elementId ?? flowNodeId ?? '',
        processInstanceKey: rest.processInstanceKey,
        state: rest.state,
        endedAt: rest.endDate,
      })),
  ),
});

/** An instance of an element that was ended before it was done, and when by the engine's clock; keys are Zeebe's, as text. */
export type Terminated = {
  key: string;
  elementId: string;
  processInstanceKey: string;
  endedAt: Date;
};

/**
 * Every element that was taken away from its process, by whatever: an event of the model, or an operator. As the search
 * shows them, some seconds late. (Its user tasks cannot be asked: those a modification ended it still shows as open,
 * camunda/camunda#24672; and its process instances are empty in 8.6.0.)
 */
export async function terminatedElements(rest: RestClient): Promise<Terminated[]> {
  const found: Terminated[] = [];
  for (let after: string | undefined; ; ) {
    const answer = await search(rest, 'flownode-instances/search', {
      filter: { state: 'TERMINATED' },
      page: { limit: PAGE, ...(after === undefined ? {} : { searchAfter: [after] }) },
    });
    const { items } = answerSchema.parse(answer);
    for (const { state, endedAt, ...element } of items) {
      if (state === 'TERMINATED' && endedAt) found.push({ ...element, endedAt });
    }
    const last = items.at(-1)?.key;
    // A search that does not go on from where it is told would give the same page for ever.
    if (items.length < PAGE || last === after) return found;
    after = last;
  }
}

/**
 * Whether the engine itself knows a running instance of a process or an element: no index, so it is never late.
 * Nothing is changed by the question.
 * @throws whatever else the engine or the network say
 */
export async function isThere(
  grpc: Pick<OperatorClient, 'setVariables'>,
  key: string,
): Promise<boolean> {
  try {
    await grpc.setVariables({ elementInstanceKey: key, variables: {}, local: true });
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}
