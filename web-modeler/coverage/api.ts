import { z } from 'zod';
import { route } from '../../site/api/route.ts';
import { modelCodes } from '../api/codes.ts';
import { modelPath } from '../api/common.ts';
import { at } from '../api/model.ts';
import { READ } from '../api/rights.ts';

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

export const coverageRoutes = {
  readCoverage: route({
    method: 'get',
    path: '/api/coverage',
    summary: 'Each article of the regulation with the elements that implement it',
    who: READ,
    query: z.strictObject({ at }),
    answer: z.object({ articles: z.array(coveredArticle) }),
    codes: modelCodes('no-such-version'),
  }),
};
