import { z } from 'zod';
import { BpmnError } from '../../law/errors.ts';
import { defineHandler } from '../define-handler.ts';

/** The error by which a process that nobody called leaves its first step. */
const NOT_CALLED = 'NOT_CALLED';

/**
 * Service task 核对来源, the first step of every process that is called: asks for the ticket that its caller was given
 * for it (call-process). Returns `projectId` and `proceedingId`, as the records have them; whatever else came with the
 * start is the caller's, or somebody's who is no caller.
 *
 * @throws BpmnError `NOT_CALLED` without a ticket, or with one that is another's or was used by another instance
 */
export const enterProcess = defineHandler({
  type: 'enter-process',
  input: z.object({ ticket: z.string().optional().catch(undefined) }),
  // Whoever starts it by hand may send anything, and must get an answer all the same.
  takesOversized: true,
  handle: async ({ ticket }, job, { records }) => {
    const known = ticket === undefined ? undefined : await records.enter(ticket, job);
    if (!known) {
      throw new BpmnError(NOT_CALLED, '本流程由项目流程调用，不能自行发起：没有登记任何内容。');
    }
    return { projectId: known.projectId, proceedingId: known.proceeding };
  },
});
