import type { Body, Directory } from '../../law/directory/index.ts';
import type { DecisionRow, StoredClock } from '../../records/index.ts';
import type { Signature } from './signed-at-door.ts';
import type { Verdict } from './verdict.ts';

/** All that is known when a visit to a step ends. */
export type Close<V extends Verdict = Verdict> = {
  clock: StoredClock;
  body: Body;
  signature: Signature;
  verdict: V;
};

/** The record of a visit, with its people as they are today. A void one is kept too, without a word of what was entered. */
export function decision(
  { clock, body, signature, verdict }: Close,
  directory: Pick<Directory, 'person'>,
): DecisionRow {
  const onBehalfOf = (verdict.valid && verdict.onBehalfOf) || null;
  const signer = directory.person(signature.signer);
  const absent = onBehalfOf === null ? undefined : directory.person(onBehalfOf);
  const { elementInstanceKey, processInstanceKey, processId, elementId } = clock;
  const { projectId, proceeding, label, article } = clock;
  return {
    ...{ elementInstanceKey, processInstanceKey, processId, elementId },
    ...{ projectId, proceeding, label, article },
    body: body.name,
    signer: signature.signer,
    signerName: signer?.name ?? null,
    signerPosition: signer?.position ?? null,
    signerBody: signer?.body ?? null,
    onBehalfOf,
    onBehalfOfName: absent?.name ?? null,
    onBehalfOfPosition: absent?.position ?? null,
    onBehalfOfBody: absent?.body ?? null,
    outcome: verdict.valid ? verdict.entered.outcome : 'void',
    opinion: (verdict.valid && verdict.entered.opinion) || null,
    ground: (verdict.valid && verdict.entered.ground) || null,
    signedAt: signature.signedAt,
    entered: verdict.valid ? verdict.entered : { void: verdict.reason },
  };
}
