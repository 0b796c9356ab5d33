import { z } from 'zod';
import { shanghaiDate } from '../../law/calendar/index.ts';
import { daysOfTick } from '../../law/clock/days-of-tick.ts';
import { ownerDelay } from '../../law/clock/owner-delay.ts';
import { caseSchema, onRecord, scopeOf } from '../case.ts';
import { defineHandler } from '../define-handler.ts';
import { reminder } from './reminder.ts';

/**
 * One tick of a task's daily timer. Queues what the open clocks of this process instance owe today and adds up the
 * owner's delay. Returns `ownerDelay` (working days) and `delayReferral`: true when this very tick found the
 * account full for the first, second … time, so that the model asks for a decision once each (Art. 27).
 */
export const remind = defineHandler({
  type: 'remind',
  input: caseSchema.extend({ delayLimit: z.number().int().positive() }),
  // Nothing of it is too large that it reads.
  takesOversized: true,
  handle: async (variables, job, deps) => {
    const { records, calendar } = deps;
    const input = await onRecord(variables, job, records);
    const now = await deps.now();
    const today = shanghaiDate(now);
    const open = await records.openClocks({ processInstanceKey: job.processInstanceKey });
    await records.queueMessages(
      daysOfTick(now).flatMap((day) => open.flatMap((clock) => reminder(clock, day, input, deps))),
    );

    const scope = scopeOf(input, job);
    const days = ownerDelay(await records.ownerClocks(scope), today, calendar());
    const full = Math.floor(days / input.delayLimit);
    const delayReferral = full > 0 && (await records.refer(scope, full, job.jobKey, days));
    return { ownerDelay: days, delayReferral };
  },
});
