import { z } from 'zod';
import { shanghaiDate } from '../calendar/index.ts';
import { defineHandler } from '../define-handler.ts';
import { PermanentError } from '../errors.ts';
import type { Deps, JobContext } from '../handler.ts';
import { actingBody, earlierClock, type StatutoryTask, statutoryTaskSchema } from '../statutory-task.ts';
import { decision } from './decision.ts';
import { enteredSchema } from './entered.ts';
import { voidCompletion } from './void-completion.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/**
 * End listener of every user task: decides whether the completion counts, stops the clock, keeps the record.
 * Returns `result_<elementId>` — what was entered, stamped with body, signer and time, or `{outcome: "void"}` —
 * and `clock_<elementId>` with the working days used so far. Both go to the scope the gateway reads.
 *
 * @throws PermanentError `unknown-task` when open-task never ran for this visit
 */
export const closeTask = defineHandler({
  type: 'close-task',
  input: statutoryTaskSchema.and(z.record(z.string(), z.unknown())),
  handle: async (task, job, deps) => {
    const { records, calendar } = deps;
    const clock = await records.clock(job.elementInstanceKey);
    if (!clock) {
      throw new PermanentError('unknown-task', `找不到环节 ${job.elementId} 的开办记录，请核对数据库后重试。`);
    }
    const signature = await deps.signatureOf(job);
    const closedOn = shanghaiDate(signature.signedAt);
    const entered = enteredSchema.safeParse(task[`result_${job.elementId}`]);
    const body = actingBody(task, deps.directory);
    const verdict = verdictOn(entered, signature.signer, { task, body, closedOn }, deps);

    const counted = clock.limitDays === null ? 0 : calendar().countWorkingDays(clock.startedOn, closedOn);
    const close = { task, job, clock, body, signature, verdict };
    await records.recordDecision(decision(close));
    await records.closeClock(
      job.elementInstanceKey,
      closedOn,
      counted,
      verdict.valid ? 'completed' : 'void',
    );
    if (!verdict.valid) await records.queueMessages(voidCompletion({ ...close, verdict }, deps));
    return {
      [`result_${job.elementId}`]: resultOf(verdict, body.name, signature),
      [`clock_${job.elementId}`]: clockAfter(task, job, verdict, clock.usedBefore + counted),
    };
  },
});

function resultOf(verdict: Verdict, body: string, { signer, signedAt }: Awaited<ReturnType<Deps['signatureOf']>>) {
  if (!verdict.valid) return { outcome: 'void' };
  return { ...verdict.entered, body, signer, signedAt: signedAt.toISOString() };
}

/** A limit given for each visit starts anew after a visit that counted, never after a void one. */
function clockAfter(task: StatutoryTask & Record<string, unknown>, job: JobContext, verdict: Verdict, used: number) {
  const earlier = earlierClock(task, job.elementId);
  const ground = verdict.valid ? verdict.entered.ground : undefined;
  return {
    limit: task.limitDays,
    used: verdict.valid && task.eachVisit ? 0 : used,
    grounds: ground ? [...earlier.grounds, ground] : earlier.grounds,
  };
}
