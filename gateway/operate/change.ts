import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/** An index of Camunda's takes no longer ids than 512 bytes, and a variable's name is part of one. */
const LONGEST_NAME = 100;

const textual = z.union([z.string(), z.number()]).transform(String);

const bodySchema = z.looseObject({
  operationType: z.string().optional(),
  variableName: z.string().optional(),
  modifications: z
    .array(
      z.looseObject({
        modification: z.string().optional(),
        fromFlowNodeId: z.string().nullish(),
        fromFlowNodeInstanceKey: textual.nullish(),
        toFlowNodeId: z.string().nullish(),
      }),
    )
    .optional(),
});

/** A change as Operate's pages send it. */
export type Change = {
  /** Operate's word for it; empty for moved tokens. */
  operationType: string;
  /** The variable, or how the tokens move. */
  what: string;
  /** Ids of elements and keys of their instances from which tokens are taken away. */
  takes: string[];
};

/** What a page of Operate's wants to change; whatever else it sends says nothing. */
export function changeIn(body: unknown): Change {
  const {
    operationType = '',
    variableName,
    modifications = [],
  } = bodySchema.safeParse(body).data ?? {};
  const from = modifications.map(
    ({ fromFlowNodeId, fromFlowNodeInstanceKey }) => fromFlowNodeId ?? fromFlowNodeInstanceKey,
  );
  const moves = modifications.map(({ modification, toFlowNodeId }, n) =>
    [modification, from[n], toFlowNodeId].filter(Boolean).join(' '),
  );
  return {
    operationType,
    what: [variableName, ...moves].filter(Boolean).join(' '),
    takes: from.flatMap((one) => one ?? []),
  };
}

/**
 * An operator's variable with too long a name would stop Camunda's importers for everybody.
 * @throws Refusal `bad-request`
 */
export function checkNames(body: unknown): void {
  const tooLong = (name: string) => Buffer.byteLength(name) > LONGEST_NAME;
  const name = bodySchema.safeParse(body).data?.variableName ?? '';
  if (!tooLong(name) && !someName(body, tooLong)) return;
  throw new Refusal('bad-request', 400, `变量的名称最多 ${LONGEST_NAME} 字节，请缩短后再试。`);
}

/** Whether any name in the body, however deep, is such a one: variables come with modifications in several shapes. */
function someName(value: unknown, matches: (name: string) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([name, item]) =>
      matches(name) ||
      (name === 'name' && typeof item === 'string' && matches(item)) ||
      someName(item, matches),
  );
}
