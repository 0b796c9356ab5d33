import type { DecisionRow, StoredClock } from '../../records/index.ts';
import type { Body } from '../directory/index.ts';
import type { JobContext, Signature } from '../handler.ts';
import type { StatutoryTask } from '../statutory-task.ts';
import type { Verdict } from './verdict.ts';

/** All that is known when a visit to a step ends. */
export type Close<V extends Verdict = Verdict> = {
  task: StatutoryTask & Record<string, unknown>;
  job: JobContext;
  clock: StoredClock;
  body: Body;
  signature: Signature;
  verdict: V;
};

/** The record of a visit. A void one is kept too, without a word of what was entered. */
export function decision({ task, job, clock, body, signature, verdict }: Close): DecisionRow {
  return {
    elementInstanceKey: job.elementInstanceKey,
    projectId: task.projectId,
    processInstanceKey: job.processInstanceKey,
    processId: job.processId,
    elementId: job.elementId,
    label: clock.label,
    body: body.name,
    signer: signature.signer,
    onBehalfOf: (verdict.valid && verdict.onBehalfOf) || null,
    outcome: verdict.valid ? verdict.entered.outcome : 'void',
    opinion: (verdict.valid && verdict.entered.opinion) || null,
    ground: (verdict.valid && verdict.entered.ground) || null,
    article: task.article,
    signedAt: signature.signedAt,
    entered: verdict.valid ? verdict.entered : { void: verdict.reason },
  };
}
