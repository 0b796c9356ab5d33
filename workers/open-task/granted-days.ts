import { z } from 'zod';
import type { HistoryLine } from '../../records/index.ts';

const enteredSchema = z.object({ grantedDays: z.number().int().catch(0) });

/** Working days of all extensions granted in a proceeding; what the models add beyond that was never granted. */
export function grantedDays(history: HistoryLine[]): number {
  return history
    .filter(({ outcome, decidesExtension }) => decidesExtension && outcome === 'approve')
    .reduce((days, { entered }) => days + enteredSchema.parse(entered).grantedDays, 0);
}
