import { z } from 'zod';
import { defineHandler } from '../define-handler.ts';

/**
 * End listener of a project's whole process: whatever the end, the project is no longer open
 * (Art. 11 looks at open ones only) and no clock of it runs on.
 */
export const closeProject = defineHandler({
  type: 'close-project',
  // Who withdrew it, where that ended it: told with the message that `withdraw` sends.
  input: z.object({ withdrawnBy: z.string().optional().catch(undefined) }),
  // The project is over in any case.
  takesOversized: true,
  handle: async ({ withdrawnBy }, job, { records, now }) => {
    await records.closeProject(job.processInstanceKey, await now(), withdrawnBy);
    return {};
  },
});
