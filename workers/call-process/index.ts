import { z } from 'zod';
import { defineHandler } from '../define-handler.ts';

/**
 * Start listener of every call activity: makes the ticket by which the process that is called proves that it was.
 * Returns `ticket`, local to the call; from there the called process gets it. The same visit always gets the same one.
 *
 * @throws Error when the records do not know the process instance that calls; the job is then tried again
 */
export const callProcess = defineHandler({
  type: 'call-process',
  input: z.looseObject({}),
  // Nothing of it is read.
  takesOversized: true,
  handle: async (_variables, job, { records, steps, now }) => {
    const { elementInstanceKey, processInstanceKey, processId, elementId } = job;
    const caller = await records.whereabouts(processInstanceKey);
    if (!caller) {
      throw new Error(
        `登记库中没有流程实例 ${processInstanceKey}：它既不是由申报发起的，也不是由项目流程调用的，不能再调用别的流程。请核对数据库后重试`,
      );
    }
    const versions = await records.processVersions(processId);
    // What an older version calls, the models of today do not say.
    const isOlder = versions.some(({ version }) => version > job.processVersion);
    const calledProcessId = isOlder ? null : ((await steps()).called(processId, elementId) ?? null);
    const ticket = await records.makeTicket({
      ...{ elementInstanceKey, processInstanceKey, calledProcessId, ...caller },
      madeAt: await now(),
    });
    return { ticket };
  },
});
