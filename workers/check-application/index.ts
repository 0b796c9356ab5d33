import { z } from 'zod';
import { defineHandler } from '../define-handler.ts';
import { checkApplication as check } from './check.ts';

export type { CheckDeps } from './check.ts';

/** Service task 核验申报材料; see `check.ts` for what it returns. Bad input is an answer, not an error. */
export const checkApplication = defineHandler({
  type: 'check-application',
  input: z.object({ application: z.unknown(), corrected: z.unknown().optional() }),
  takesOversized: true,
  handle: check,
});
