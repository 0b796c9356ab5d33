import { z } from 'zod';
import { defineHandler } from '../define-handler.ts';

/**
 * End listener of a project's whole process: whatever the end, the project is no longer open
 * (Art. 11 looks at open ones only) and no clock of it runs on.
 */
export const closeProject = defineHandler({
  type: 'close-project',
  input: z.object({}),
  handle: async (_input, job, { records, now }) => {
    await records.closeProject(job.processInstanceKey, await now());
    return {};
  },
});
