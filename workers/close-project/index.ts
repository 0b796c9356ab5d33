import { z } from 'zod';
import { defineHandler } from '../define-handler.ts';

/**
 * End listener of a process that began a proceeding: whatever the end, the proceeding is over (Art. 11 looks at open
 * applications only) and no clock of it runs on. The project's other proceedings go on.
 */
export const closeProject = defineHandler({
  type: 'close-project',
  // Who withdrew it, where that ended it: told with the message that `withdraw` sends.
  input: z.object({
    withdrawnBy: z.string().optional().catch(undefined),
    classified: z.boolean().catch(false),
  }),
  // The proceeding is over in any case.
  takesOversized: true,
  handle: async ({ withdrawnBy, classified }, job, { records, now }) => {
    const how = { withdrawal: withdrawnBy, classified };
    await records.endProceeding(job.processInstanceKey, await now(), how);
    return {};
  },
});
