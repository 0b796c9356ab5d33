import { z } from 'zod';
import { done, instant, person } from '../../site/api/common.ts';
import { audited, route } from '../../site/api/route.ts';
import { documentNumber, modelPath } from '../api/common.ts';
import { EDIT, READ } from '../api/rights.ts';

/** A legal finding that an administrator overruled, with the document that allows it. */
export const overruling = z
  .object({
    id: z.string(),
    path: modelPath,
    rule: z.string(),
    elementId: z.string().nullable(),
    /** The finding's sentence: another sentence is another finding. */
    message: z.string(),
    document: documentNumber,
    by: person,
    at: instant,
  })
  .meta({ id: 'Overruling' });
export type Overruling = z.infer<typeof overruling>;

export const lintingRoutes = {
  readSurroundings: route({
    method: 'get',
    path: '/api/lint-surroundings',
    summary:
      'What lint in the browser needs beside the file: all models, job types, the regulation',
    who: READ,
    answer: z.object({
      files: z.array(z.object({ path: modelPath, source: z.string() })),
      jobTypes: z.array(z.string()),
      notices: z.array(z.string()),
      /** The variables each of them names. */
      noticeReads: z.record(z.string(), z.array(z.string())),
      /** law/regulation.yaml, read. */
      regulation: z.unknown(),
      overrulings: z.array(overruling),
      /** The names forms offer, by list, as the organisation is now. */
      choices: z.record(z.string(), z.array(z.string()).readonly()),
    }),
  }),
  overrule: route({
    method: 'post',
    audited: audited('放行问题', 'path', 'rule', 'elementId', 'document'),
    path: '/api/overrulings',
    summary: 'Overrule a legal finding with a document number',
    who: EDIT,
    body: z.strictObject({
      path: modelPath,
      rule: z.string().min(1).max(60),
      elementId: z.string().max(200).nullable(),
      message: z.string().min(1).max(1000),
      document: documentNumber,
    }),
    answer: overruling,
    codes: { 'not-a-legal-finding': 422 },
  }),
  revokeOverruling: route({
    method: 'delete',
    audited: audited('撤销放行', 'id'),
    path: '/api/overrulings/{id}',
    summary: 'Take an overruling back; it stays on record',
    who: EDIT,
    params: z.strictObject({ id: z.uuid('没有这条放行记录') }),
    answer: done,
    codes: { 'no-such-overruling': 404 },
  }),
  readTemplates: route({
    method: 'get',
    path: '/api/templates',
    summary: 'The element templates of models/templates',
    who: READ,
    answer: z.object({ templates: z.array(z.unknown()) }),
  }),
};
