import { z } from 'zod';
import { shanghaiDate } from '../../law/calendar/index.ts';
import { defineHandler } from '../define-handler.ts';
import { broughtBy } from './brought.ts';
import { decision } from './decision.ts';
import { filedBy } from './filed.ts';
import { judge } from './judge.ts';
import { openedTask } from './opened.ts';
import { clockAfter, resultOf } from './result.ts';
import { signatureOn } from './signature-on.ts';
import { voidCompletion } from './void-completion.ts';

/**
 * End listener of every user task: decides whether the completion counts, stops the clock, keeps the record.
 * Returns `result_<elementId>` — what was entered, stamped with body, signer and time, or `{outcome: "void"}` —
 * and `clock_<elementId>` with the working days used so far. Both go to the scope the gateway reads.
 *
 * @throws PermanentError `unknown-task` when open-task never ran for this visit, `unknown-body`
 */
export const closeTask = defineHandler({
  type: 'close-task',
  // Whatever was entered must get an answer, not an incident.
  input: z.looseObject({}),
  takesOversized: true,
  handle: async (variables, job, deps, oversized) => {
    const { records, directory, calendar } = deps;
    const { clock, terms, body } = await openedTask(job, deps);
    const brought = broughtBy(oversized, job, terms);
    const signature = await signatureOn(variables, brought, job, deps);
    const closedOn = shanghaiDate(signature.signedAt);
    const verdict = await judge(
      variables[`result_${job.elementId}`],
      { clock, terms, body, closedOn, signature, brought },
      job,
      deps,
    );
    const counted =
      clock.limitDays === null ? 0 : calendar().countWorkingDays(clock.startedOn, closedOn);
    // A job that runs again finds its own count: a calendar loaded in between changes nothing.
    const used = clock.used ?? counted;

    const close = { clock, body, signature, verdict };
    await records.closeClock(
      decision(close, directory),
      { closedOn, used, reason: verdict.valid ? 'completed' : 'void' },
      verdict.valid ? [] : voidCompletion({ ...close, verdict }, deps),
      filedBy(close),
    );
    return {
      [`result_${job.elementId}`]: resultOf(close),
      [`clock_${job.elementId}`]: clockAfter(
        clock,
        terms,
        verdict.valid ? verdict.entered : undefined,
        used,
      ),
    };
  },
});
