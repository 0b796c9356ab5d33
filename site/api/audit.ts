import { z } from 'zod';
import { instant, person } from './common.ts';

export const auditEntry = z
  .object({
    id: z.string(),
    at: instant,
    by: person,
    /** The operation's name, such as `saveModel`. */
    action: z.string(),
    /** What pages called it; null in entries from before that was kept. */
    actionWords: z.string().nullable(),
    /** The folder of the wing where it was tried. */
    wing: z.string(),
    /** What it was about: a path, a submission, a person. */
    target: z.string(),
    /** The address it came from. */
    from: z.string(),
    /** The code it ended with: `ok` or an error's. */
    result: z.string(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntry>;

/** `before` is the last id seen. */
export const auditQuery = z.strictObject({
  before: z
    .string()
    .regex(/^\d{1,18}$/, '应为记录编号')
    .optional(),
});
export const auditPage = z.object({ entries: z.array(auditEntry), more: z.boolean() });
export type AuditPage = z.infer<typeof auditPage>;
