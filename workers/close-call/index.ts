import { z } from 'zod';
import { PermanentError } from '../../law/errors.ts';
import { defineHandler } from '../define-handler.ts';

/**
 * End listener of every call activity: a process that was called and did not accept that it was has done nothing, and
 * its caller must not go on as if it had.
 *
 * @throws PermanentError `call-not-entered`
 */
export const closeCall = defineHandler({
  type: 'close-call',
  input: z.looseObject({}),
  // Nothing of it is read.
  takesOversized: true,
  handle: async (_variables, job, { records }) => {
    if (await records.wasEntered(job.elementInstanceKey)) return {};
    throw new PermanentError(
      'call-not-entered',
      `环节 ${job.elementId} 调用的流程没有办理就结束了：它没有认出本次调用。请核对被调用流程的“核对来源”环节和数据库，然后在 Operate 中修改本流程实例，让 ${job.elementId} 重新开始。`,
    );
  },
});
