import { z } from 'zod';
import { instant, modelPath, person } from '../api/common.ts';
import { route } from '../../site/api/route.ts';
import { at } from '../library/api.ts';

export const coveredArticle = z
  .object({
    /** 1 … 45 */
    number: z.number(),
    /** 第二十五条 */
    article: z.string(),
    /** What it is about, in our own words. */
    topic: z.string(),
    /** Why no element is needed, for articles that are no step of a process. */
    without: z.string().nullable(),
    elements: z.array(
      z.object({
        path: modelPath,
        elementId: z.string(),
        label: z.string(),
        /** 第二十五条第二款 */
        article: z.string(),
        limitDays: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'CoveredArticle' });
export type CoveredArticle = z.infer<typeof coveredArticle>;

export const auditEntry = z
  .object({
    id: z.string(),
    at: instant,
    by: person,
    /** The operation's name in web-modeler/api, such as `saveModel`. */
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

export const coverageRoutes = {
  readCoverage: route({
    method: 'get',
    path: '/api/coverage',
    summary: 'Each article of the regulation with the elements that implement it',
    role: 'reader',
    query: z.strictObject({ at }),
    answer: z.object({ articles: z.array(coveredArticle) }),
    codes: ['no-such-version'],
  }),
  readAudit: route({
    method: 'get',
    path: '/api/audit',
    summary: 'Who wrote what, newest first; `before` is the last id seen',
    role: 'reader',
    query: z.strictObject({
      before: z
        .string()
        .regex(/^\d{1,18}$/, '应为记录编号')
        .optional(),
    }),
    answer: z.object({ entries: z.array(auditEntry), more: z.boolean() }),
  }),
};
