import { z } from 'zod';
import { instant, person } from '../../site/api/common.ts';
import { route } from '../../site/api/route.ts';
import { READ } from '../api/rights.ts';

export const auditEntry = z
  .object({
    id: z.string(),
    at: instant,
    by: person,
    /** The operation's name, such as `saveModel`. */
    action: z.string(),
    /** What it was about: a path, a submission. */
    target: z.string(),
    /** The address it came from. */
    from: z.string(),
    /** The code it ended with: `ok` or an error's. */
    result: z.string(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditRoutes = {
  readAudit: route({
    method: 'get',
    path: '/api/audit',
    summary: 'Who wrote what, newest first; `before` is the last id seen',
    who: READ,
    query: z.strictObject({
      before: z
        .string()
        .regex(/^\d{1,18}$/, '应为记录编号')
        .optional(),
    }),
    answer: z.object({ entries: z.array(auditEntry), more: z.boolean() }),
  }),
};
